package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a school stands on a day, and what comes when.
 *
 * @param endsOn last day under convention; null when it was never under any
 * @param readingOn from when nothing is written, unless a convention is signed
 * @param closesOn from when only data are taken away
 * @param keptUntil how long that is promised
 * @param next how far the next convention has come; null when there is none
 */
public record Standing(
        long school,
        String name,
        Phase phase,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate readingOn,
        @Nullable LocalDate closesOn,
        @Nullable LocalDate keptUntil,
        @Nullable String next) {
    static Standing unconcerned(long school) {
        return new Standing(school, "", Phase.OPEN, null, null, null, null, null);
    }

    /** One for those that stand alike, with all their names. */
    static List<Standing> together(List<Standing> all) {
        var alike = new LinkedHashMap<Standing, Standing>();
        all.forEach(one -> alike.merge(one.of(0, ""), one, Standing::and));
        return List.copyOf(alike.values());
    }

    private Standing and(Standing other) {
        return of(school, t("continuity.and", name, other.name));
    }

    private Standing of(long school, String name) {
        return new Standing(school, name, phase, endsOn, readingOn, closesOn, keptUntil, next);
    }

    boolean writes() {
        return phase.compareTo(Phase.READING) < 0;
    }
}
