package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** The calendar of a school: a month or the coming weeks, then what interrupts them. */
public record CalendarPage(
        List<Place> places,
        Place place,
        Month month,
        boolean weekly,
        boolean mayEdit,
        LocalDate today)
        implements Page {
    private static final int WEEKS = 4;

    /** A week of the list: its days with class, or why there are none. */
    public record Week(LocalDate monday, List<Day> days) {}

    @Override
    public String title() {
        return t("calendar.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public String width() {
        return "wide";
    }

    public boolean isKnown() {
        return calendar().isKnown(weekly ? today : month.month().atDay(1));
    }

    SchoolCalendar calendar() {
        return month.calendar();
    }

    public List<Week> weeks() {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.range(0, WEEKS).mapToObj(n -> week(monday.plusWeeks(n))).toList();
    }

    /** Saturday is shown to those who have class on a Saturday. */
    private Week week(LocalDate monday) {
        return new Week(
                monday,
                monday.datesUntil(monday.plusDays(6))
                        .map(date -> Day.of(calendar(), date))
                        .filter(day ->
                                day.date().getDayOfWeek() != DayOfWeek.SATURDAY || day.isSchool())
                        .toList());
    }

    /** What comes in the twelve months that follow. */
    public List<Event> coming() {
        return calendar().events(today, today.plusYears(1));
    }

    public String at(YearMonth other) {
        return "/calendar?school=" + place.id() + "&month=" + other;
    }

    public String printPath() {
        return "/calendar/print?school=" + place.id() + "&month=" + month.month();
    }
}
