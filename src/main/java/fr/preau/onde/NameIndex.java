package fr.preau.onde;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Somebody by their names, found at once among a whole school: files may have thousands of lines.
 */
final class NameIndex<T> {
    /** More namesakes than anybody would choose among. */
    private static final int MOST = 20;

    private record Entry<T>(Names names, T value) {}

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    NameIndex(Collection<T> all, Function<T, Names> names) {
        for (var value : all) {
            var entry = new Entry<>(names.apply(value), value);
            byFirst.computeIfAbsent(entry.names().first(), first -> new java.util.ArrayList<>())
                    .add(entry);
        }
    }

    List<T> sameAs(Names names) {
        return byFirst.getOrDefault(names.first(), List.of()).stream()
                .filter(entry -> entry.names().sameAs(names))
                .limit(MOST)
                .map(Entry::value)
                .toList();
    }
}
