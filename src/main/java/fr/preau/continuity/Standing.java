package fr.preau.continuity;

import java.time.LocalDate;
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

    boolean writes() {
        return phase.compareTo(Phase.READING) < 0;
    }
}
