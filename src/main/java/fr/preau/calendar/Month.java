package fr.preau.calendar;

import fr.preau.web.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A month of a school, week by week; the days of the months beside it fill the rows. */
public record Month(YearMonth month, SchoolCalendar calendar) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    public String name() {
        return NAME.format(month.atDay(1));
    }

    public List<List<Day>> weeks() {
        return mondays(
                        month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        month.atEndOfMonth())
                .map(monday ->
                        monday.datesUntil(monday.plusDays(7))
                                .map(date -> Day.of(calendar, date))
                                .toList())
                .toList();
    }

    private static Stream<LocalDate> mondays(LocalDate first, LocalDate last) {
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusWeeks(1));
    }

    public boolean holds(Day day) {
        return YearMonth.from(day.date()).equals(month);
    }

    public boolean isToday(Day day, LocalDate today) {
        return day.date().equals(today);
    }

    /** The class of a cell: what the day looks like, out of the month, today. */
    public String look(Day day, LocalDate today) {
        if (!holds(day)) return "month__day month__day--out";
        return "month__day month__day--"
                + day.look()
                + (isToday(day, today) ? " month__day--today" : "");
    }

    public String full(Day day) {
        return Dates.full(day.date());
    }
}
