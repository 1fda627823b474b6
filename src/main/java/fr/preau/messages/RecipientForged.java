package fr.preau.messages;

import fr.preau.web.Fact;
import java.util.UUID;

/** Somebody asked to write to people whom no screen offers to them; nothing was sent. */
public record RecipientForged(Long school, UUID attempt, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "recipient-forged " + attempt;
    }

    @Override
    public String subject() {
        return "message";
    }
}
