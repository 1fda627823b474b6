package fr.preau.vigilance;

import fr.preau.web.Fact;

/** A second person has given a message back with a word. */
public record MessageRefused(Long school, long message, Long account, Long person) implements Fact {
    @Override
    public String identity() {
        return "message-refused " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
