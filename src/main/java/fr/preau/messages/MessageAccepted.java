package fr.preau.messages;

import fr.preau.web.Fact;

/** A message to so many that its rows are written afterwards. */
public record MessageAccepted(Long school, long message, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "message-accepted " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
