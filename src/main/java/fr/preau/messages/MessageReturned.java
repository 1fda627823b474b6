package fr.preau.messages;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** A teacher gave a child’s message back with a word; nobody received it. */
public record MessageReturned(long place, long message, Long account, Long person) implements Fact {
    /** Who writes to whom is nobody else's to read: no school's journal shows it. */
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public String identity() {
        return "message-returned " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
