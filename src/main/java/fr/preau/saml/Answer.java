package fr.preau.saml;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a provider said of somebody, once believed: the assertion's id and until when it may be
 * replayed, its attributes by name (and by friendly name), in lower case, and how they were
 * authenticated.
 */
record Answer(
        String id, Instant until, Map<String, List<String>> attributes, List<String> contexts) {
    /** Every value of the attribute of this name. */
    List<String> values(String name) {
        return attributes.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
    }
}
