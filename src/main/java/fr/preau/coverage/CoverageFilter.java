package fr.preau.coverage;

import org.jspecify.annotations.Nullable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Which communes or schools are listed: of a year, of a département, by what; page after page. */
public record CoverageFilter(
        @Nullable Integer year,
        @Nullable String department,
        @Nullable Show show,
        @Nullable String after) {
    /** What is listed. The first ones are of communes, the last two of schools. */
    public enum Show {
        ALL,
        IN_FORCE,
        ENDED,
        SIGNING,
        TO_RENEW,
        NONE,
        /** Those to write to: to renew, or not signed yet. */
        CHASE,
        UNPAID,
        COVERED,
        UNCOVERED
    }

    public CoverageFilter {
        department =
                department == null || !department.matches("[0-9][0-9AB][0-9]?") ? "" : department;
        show = show == null ? Show.ALL : show;
        after = after == null ? "" : after;
    }

    CoverageFilter in(int year) {
        return new CoverageFilter(year, department, show, after);
    }

    public CoverageFilter showing(Show other) {
        return new CoverageFilter(year, department, other, "");
    }

    public CoverageFilter of(String department) {
        return new CoverageFilter(year, department, show, "");
    }

    CoverageFilter from(String cursor) {
        return new CoverageFilter(year, department, show, cursor);
    }

    /** The name in the cursor; null for the first page. */
    @Nullable String name() {
        var cut = after.lastIndexOf('_');
        return cut < 0 ? null : after.substring(0, cut);
    }

    long last() {
        var id = after.substring(after.lastIndexOf('_') + 1);
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    }

    /** Of {@code /coverage/towns}, {@code /coverage/schools} or their files. */
    public String at(String path) {
        return path
                + "?year="
                + year
                + (department.isEmpty() ? "" : "&department=" + department)
                + (show == Show.ALL ? "" : "&show=" + show)
                + (after.isEmpty()
                        ? ""
                        : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }

    public String towns() {
        return at("/coverage/towns");
    }

    public String schools() {
        return at("/coverage/schools");
    }
}
