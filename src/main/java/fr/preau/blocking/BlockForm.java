package fr.preau.blocking;

import fr.preau.web.Profile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whom, and why; {@code everybody}: the whole profile, whoever is ticked. */
public record BlockForm(
        @Nullable Profile profile,
        @Nullable List<Long> person,
        @Nullable Boolean everybody,
        @Nullable String reason) {
    boolean isForAll() {
        return Boolean.TRUE.equals(everybody);
    }

    List<Long> ticked() {
        return Objects.requireNonNullElse(person, List.of());
    }

    String why() {
        return Objects.requireNonNullElse(reason, "").strip();
    }
}
