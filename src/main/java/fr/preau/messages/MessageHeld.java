package fr.preau.messages;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** A child's message waits for the eyes of the class's teacher. */
public record MessageHeld(long place, long message, Long account, Long person) implements Fact {
    /** Who writes to whom is nobody else's to read: no school's journal shows it. */
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public String identity() {
        return "message-held " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
