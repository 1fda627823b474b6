package fr.preau.messages;

import fr.preau.web.Fact;

/** A message has left; its rows are written. */
public record MessageSent(Long school, long message, Long account, Long person) implements Fact {
    @Override
    public String identity() {
        return "message-sent " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
