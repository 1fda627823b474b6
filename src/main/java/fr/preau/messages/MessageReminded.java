package fr.preau.messages;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Those who have not read a message are asked once more. */
public record MessageReminded(long place, long message, Instant at, Long account, Long person)
        implements Fact {
    /** Who writes to whom is nobody else's to read: no school's journal shows it. */
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public String identity() {
        return "message-reminded " + message + " " + at;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
