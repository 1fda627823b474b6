package fr.preau.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sending is stopped for somebody, a class, a school or all that is below a node of the tree, until
 * it is lifted. A drill says so on every screen and stops nobody. {@code liftable}: by whoever
 * asks.
 */
public record Stop(
        long id,
        String kind,
        long target,
        String name,
        String reason,
        boolean drill,
        String madeBy,
        Instant madeAt,
        @Nullable Instant liftedAt,
        boolean liftable) {
    public boolean isLifted() {
        return liftedAt != null;
    }
}
