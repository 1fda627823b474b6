package fr.preau.onde;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One import of one school, as it stands; {@code choices}, {@code counts}, {@code classes}: JSON.
 */
public record Upload(
        long id,
        long school,
        String schoolName,
        @Nullable String academy,
        String state,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable String pupilsFile,
        @Nullable String guardiansFile,
        String found,
        String choices,
        String counts,
        String classes,
        String author) {
    public boolean isPreview() {
        return state.equals("PREVIEW");
    }

    public String path() {
        return "/onde/" + id;
    }

    public Set<Column> columns() {
        var all = EnumSet.noneOf(Column.class);
        Arrays.stream(found.split(" "))
                .filter(name -> !name.isEmpty())
                .forEach(name -> all.add(Column.valueOf(name)));
        return all;
    }

    /** Columns that a brought file does not have: a warning each. */
    public List<Column> missing() {
        var columns = columns();
        return Arrays.stream(Column.values())
                .filter(column ->
                        (column.kind == Kind.PUPIL ? pupilsFile : guardiansFile) != null
                                && !columns.contains(column))
                .toList();
    }

    public String files() {
        return pupilsFile == null
                ? String.valueOf(guardiansFile)
                : guardiansFile == null ? pupilsFile : pupilsFile + ", " + guardiansFile;
    }
}
