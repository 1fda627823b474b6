package fr.preau.vigilance;

import fr.preau.web.Fact;

/** A second person has let a message through. */
public record MessageLet(Long school, long message, Long account, Long person) implements Fact {
    @Override
    public String identity() {
        return "message-let " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
