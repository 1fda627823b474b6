package fr.preau.liaison;

import java.util.List;
import java.util.function.Function;

/** A page of a list and whether something older follows. Rows of one note are never parted. */
record Slice<T>(List<T> rows, boolean more) {
    /**
     * {@code rows} holds more than {@code size} when there is more; rows with the same key belong
     * together.
     */
    static <T> Slice<T> of(List<T> rows, int size, Function<T, ?> key) {
        if (rows.size() <= size) return new Slice<>(rows, false);
        var end = size;
        while (end < rows.size() && key.apply(rows.get(end)).equals(key.apply(rows.get(end - 1))))
            end++;
        return new Slice<>(rows.subList(0, end), end < rows.size());
    }
}
