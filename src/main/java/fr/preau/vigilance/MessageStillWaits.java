package fr.preau.vigilance;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Nobody has decided for hours about a message that waits. */
public record MessageStillWaits(Long school, long message, Instant at) implements Fact {
    @Override
    public @Nullable Long account() {
        return null;
    }

    @Override
    public String identity() {
        return "message-still-waits " + message + " " + at.getEpochSecond();
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
