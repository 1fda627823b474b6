package fr.preau.quiet;

import fr.preau.web.Dates;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The quiet hours of a school, on its own clock. Pure. A weekend opens with the evening of its day
 * and ends with Monday's morning; it begins and ends by the clock also in the nights in which the
 * clock changes.
 */
record QuietRule(
        LocalTime eveningFrom,
        LocalTime eveningUntil,
        @Nullable Integer weekendFrom,
        boolean holidays) {
    /** Months. Holidays whose end nobody has written down do not silence a school for ever. */
    private static final int LONGEST = 3;

    /** This moment when somebody may be told then, else the first one at which they may. */
    Instant opensAt(Instant at, Predicate<LocalDate> holiday) {
        var opens = at.atZone(Dates.SCHOOL_TIME);
        var last = opens.plusMonths(LONGEST);
        for (var later = endOf(opens, holiday);
                later != null && opens.isBefore(last);
                later = endOf(opens, holiday)) opens = later;
        return opens.toInstant();
    }

    /** When the window that holds this moment ends; null outside of every window. */
    private @Nullable ZonedDateTime endOf(ZonedDateTime at, Predicate<LocalDate> holiday) {
        var day = at.toLocalDate();
        if (holidays && holiday.test(day)) return morning(dayAfter(day, holiday));
        if (isWeekend(at)) return morning(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        if (isEvening(at)) return morning(day.plusDays(1));
        return at.toLocalTime().isBefore(eveningUntil) ? morning(day) : null;
    }

    private boolean isEvening(ZonedDateTime at) {
        return !at.toLocalTime().isBefore(eveningFrom);
    }

    private boolean isWeekend(ZonedDateTime at) {
        if (weekendFrom == null) return false;
        var day = at.getDayOfWeek().getValue();
        return day > weekendFrom || day == weekendFrom && isEvening(at);
    }

    private static LocalDate dayAfter(LocalDate day, Predicate<LocalDate> holiday) {
        var last = day.plusMonths(LONGEST);
        return day.plusDays(1).datesUntil(last).filter(holiday.negate()).findFirst().orElse(last);
    }

    private ZonedDateTime morning(LocalDate day) {
        return day.atTime(eveningUntil).atZone(Dates.SCHOOL_TIME);
    }
}
