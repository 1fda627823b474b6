package fr.preau.messages;

import fr.preau.web.Fact;

/** Its author took a message back. */
public record MessageRecalled(Long school, long message, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "message-recalled " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
