package fr.preau.notifications;

import java.util.Optional;
import java.util.stream.Stream;

/** When something is told by a channel; the bell tells always. */
public enum Cadence {
    IMMEDIATE,
    DIGEST,
    WEEKLY,
    NEVER;

    static Optional<Cadence> of(String typed) {
        return Stream.of(values()).filter(cadence -> cadence.name().equals(typed)).findFirst();
    }
}
