package fr.preau.blocking;

import fr.preau.web.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One act: how many it blocked, why, when, and when it was lifted. */
public record Block(
        long id,
        Profile profile,
        int people,
        @Nullable String one,
        String reason,
        String by,
        Instant madeAt,
        @Nullable Instant liftedAt) {}
