package fr.preau.quiet;

import fr.preau.web.Actor;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a school may adapt, and who may disturb people all the same. Pure: it is handed the facts
 * and returns a verdict.
 */
final class QuietPolicy {
    static final int MAX_REASON = 200;
    static final LocalTime EARLIEST_EVENING = LocalTime.of(17, 0);
    static final LocalTime LATEST_EVENING = LocalTime.of(22, 0);
    static final LocalTime EARLIEST_MORNING = LocalTime.of(6, 0);
    static final LocalTime LATEST_MORNING = LocalTime.of(9, 0);
    private static final Set<Integer> WEEKENDS = Set.of(5, 6);

    private QuietPolicy() {}

    /** Adapted, never taken away: every night keeps eight hours at least. */
    static boolean mayStart(@Nullable LocalTime evening) {
        return evening != null
                && !evening.isBefore(EARLIEST_EVENING)
                && !evening.isAfter(LATEST_EVENING);
    }

    static boolean mayEnd(@Nullable LocalTime morning) {
        return morning != null
                && !morning.isBefore(EARLIEST_MORNING)
                && !morning.isAfter(LATEST_MORNING);
    }

    static boolean mayOpenWeekend(@Nullable Integer day) {
        return day == null || WEEKENDS.contains(day);
    }

    /** Who directs the school, in person; whoever administers it by delegation does not. */
    static Urgent.Verdict mayDisturb(Actor actor, long school, String reason) {
        if (!actor.directs(school)) return Urgent.Verdict.NOT_DIRECTOR;
        if (reason.isBlank()) return Urgent.Verdict.NO_REASON;
        return reason.codePointCount(0, reason.length()) > MAX_REASON
                ? Urgent.Verdict.TOO_LONG
                : Urgent.Verdict.ALLOWED;
    }
}
