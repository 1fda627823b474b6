package fr.preau.saml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of somebody, once believed: the assertion's id and until when it may be
 * replayed, its attributes by name (and by friendly name), in lower case, and how they were
 * authenticated; {@code named}: what they and their session are called there.
 */
record Answer(
        String id,
        Instant until,
        Map<String, List<String>> attributes,
        List<String> contexts,
        @Nullable Named named) {
    /** Every value of the attribute of this name. */
    List<String> values(String name) {
        return attributes.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
    }
}
