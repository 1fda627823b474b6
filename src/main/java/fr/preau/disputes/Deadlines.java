package fr.preau.disputes;

import fr.preau.calendar.PublicHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How days are counted. From a day to the same day of another month, or to its last day when it has
 * none (31 January and a month: 28 or 29 February); the day from which days are counted is not one
 * of them (Code de procédure civile, art. 641). The convention does not say that a last day moves
 * when nobody works on it: it is shown, and does not move.
 */
final class Deadlines {
    private Deadlines() {}

    static LocalDate months(LocalDate from, int months) {
        return from.plusMonths(months);
    }

    static LocalDate days(LocalDate from, int days) {
        return from.plusDays(days);
    }

    /** Neither a Saturday, a Sunday nor a public holiday (the days of art. 642). */
    static boolean isWorked(LocalDate day) {
        return !isWeekend(day) && PublicHoliday.on(day).isEmpty();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The day itself, or the first one after it on which people work. */
    static LocalDate worked(LocalDate day) {
        var worked = day;
        while (!isWorked(worked)) worked = worked.plusDays(1);
        return worked;
    }
}
