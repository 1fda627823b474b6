package fr.preau.onde;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where each column stands in this file; a column of children stands once for each child. */
record Headers(Kind kind, Map<Column, List<Integer>> places) {
    static Headers of(List<String> cells) {
        var kind = kindOf(cells.stream().map(Plain::of).toList());
        var places = new EnumMap<Column, List<Integer>>(Column.class);
        for (var i = 0; i < cells.size(); i++) {
            var place = i;
            Column.of(kind, cells.get(i))
                    .ifPresent(column ->
                            places.computeIfAbsent(column, c -> new ArrayList<>()).add(place));
        }
        for (var column : Column.ofKind(kind))
            if (column.needed && !places.containsKey(column))
                throw new Unreadable("column", column.label());
        return new Headers(kind, places);
    }

    private static Kind kindOf(List<String> headers) {
        if (headers.stream().anyMatch(h -> h.contains("responsable") || h.contains("enfant")))
            return Kind.GUARDIAN;
        if (headers.stream().anyMatch(h -> h.contains("eleve")) || headers.contains("ine"))
            return Kind.PUPIL;
        throw new Unreadable("other");
    }

    Set<Column> found() {
        return places.keySet();
    }

    int children() {
        return places.getOrDefault(Column.CHILD_FIRST, List.of()).size();
    }

    /** The cell of this column, tidied; empty when the file or the line does not have it. */
    String cell(List<String> cells, Column column, int rank) {
        var at = places.getOrDefault(column, List.of());
        if (rank >= at.size() || at.get(rank) >= cells.size()) return "";
        return cells.get(at.get(rank)).replaceAll("[\\s\u00a0\u202f]+", " ").strip();
    }

    String cell(List<String> cells, Column column) {
        return cell(cells, column, 0);
    }
}
