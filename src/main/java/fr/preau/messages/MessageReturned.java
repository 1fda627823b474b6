package fr.preau.messages;

import fr.preau.web.Fact;

/** A teacher gave a child’s message back with a word; nobody received it. */
public record MessageReturned(Long school, long message, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "message-returned " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
