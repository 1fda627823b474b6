package fr.preau.messages;

import fr.preau.web.Fact;

/** A child's message waits for the eyes of the class's teacher. */
public record MessageHeld(Long school, long message, Long account, Long person) implements Fact {
    @Override
    public String identity() {
        return "message-held " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
