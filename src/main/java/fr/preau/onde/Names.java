package fr.preau.onde;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A first name and the surnames (family, usual) that somebody may be known by, cleaned. */
record Names(String first, Set<String> last) {
    static Names of(String first, @Nullable String... last) {
        return new Names(
                Plain.of(first),
                Arrays.stream(last)
                        .filter(name -> name != null && !name.isBlank())
                        .map(Plain::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean sameAs(Names other) {
        return first.equals(other.first) && !Collections.disjoint(last, other.last);
    }
}
