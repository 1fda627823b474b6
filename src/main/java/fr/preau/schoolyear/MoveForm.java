package fr.preau.schoolyear;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checked pupils and where they go: {@code to} is a planned class (c12), {@code leaves}, {@code
 * unplaced} or nothing; {@code level} a code or nothing; {@code all} takes everybody who is shown.
 */
public record MoveForm(
        @Nullable Long school,
        List<String> pupil,
        String all,
        String to,
        String level,
        String show) {
    static final MoveForm EMPTY = showing("");

    public MoveForm {
        pupil = pupil == null ? List.of() : List.copyOf(pupil);
        all = all == null ? "" : all;
        to = to == null ? "" : to;
        level = level == null ? "" : level;
        show = show == null ? "" : show;
    }

    static MoveForm showing(String show) {
        return new MoveForm(null, List.of(), "", "", "", show);
    }

    /**
     * Those who are checked, or all of the place that is shown; anything but a number is nobody.
     */
    List<Long> pupils(Plan plan) {
        if (!all.isEmpty()) return plan.in(show).stream().map(Plan.PlannedPupil::id).toList();
        return pupil.stream().filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).toList();
    }

    public boolean has(long id) {
        return pupil.contains(Long.toString(id));
    }

    /** Where they go in this plan; null: nowhere that the plan knows. */
    Plans.@Nullable Place place(Plan plan) {
        if (to.isEmpty()) return Plans.Place.SAME;
        if (to.equals(Plan.LEAVES)) return new Plans.Place(true, null, true);
        if (to.equals(Plan.UNPLACED)) return new Plans.Place(true, null, false);
        var planned = to.matches("c\\d{1,18}") ? Long.valueOf(to.substring(1)) : null;
        return plan.hasClass(planned) ? new Plans.Place(true, planned, false) : null;
    }
}
