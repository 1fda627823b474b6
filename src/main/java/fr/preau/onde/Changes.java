package fr.preau.onde;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the file says beside what is known, and remembers in words what differs. A column that
 * the file does not have changes nothing.
 */
final class Changes {
    private final Set<Column> found;
    private final List<String> words = new ArrayList<>();

    Changes(Set<Column> found) {
        this.found = found;
    }

    /** The value to keep: the file's when it has the column, even if that empties the field. */
    @Nullable String of(Column column, @Nullable String known, String said) {
        if (!found.contains(column)) return known;
        return differ(column.label(), known, said.isEmpty() ? null : said);
    }

    /** The same, for what a file never empties. */
    @Nullable String keeping(Column column, @Nullable String known, @Nullable String said) {
        return said == null || said.isEmpty() || !found.contains(column)
                ? known
                : differ(column.label(), known, said);
    }

    private @Nullable String differ(String label, @Nullable String known, @Nullable String said) {
        if (!Objects.equals(known, said)) words.add(label);
        return said;
    }

    void add(String sentence) {
        words.add(sentence);
    }

    List<String> words() {
        return words.stream().distinct().toList();
    }
}
