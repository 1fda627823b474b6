package fr.preau.vigilance;

import fr.preau.web.Fact;

/** A message is kept for a second person, for this reason. */
public record MessageWaits(Long school, long message, String reason, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "message-waits " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
