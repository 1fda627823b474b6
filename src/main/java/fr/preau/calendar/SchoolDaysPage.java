package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** The week of a school and what it does differently from the official calendar. */
public record SchoolDaysPage(
        List<Place> places,
        Place place,
        SchoolCalendar calendar,
        WeekForm week,
        DecisionForm days,
        Problems problems,
        LocalDate today)
        implements Page {
    /** A decision with how it is said. */
    public record Row(long id, boolean closed, Event event) {}

    @Override
    public String title() {
        return t("calendar.school.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public String width() {
        return "wide";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public List<DayOfWeek> weekdays() {
        return WeekForm.DAYS;
    }

    /** The decisions of the school year under way and of those to come. */
    public List<Row> rows() {
        var since = LocalDate.of(SchoolCalendar.beginningOf(today), 8, 1);
        return calendar.decisions().stream()
                .filter(decision -> !decision.toOn().isBefore(since))
                .map(decision -> new Row(decision.id(), decision.closed(), Event.of(decision)))
                .toList();
    }

    /** Since when the week shown is in force, and the next ones already told. */
    public List<LocalDate> changes() {
        return calendar.weeks().stream().map(SchoolCalendar.Week::validFrom).toList();
    }
}
