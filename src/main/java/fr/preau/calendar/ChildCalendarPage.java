package fr.preau.calendar;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** For a pupil, in words: is there school today, tomorrow, and when do holidays begin. */
public record ChildCalendarPage(SchoolCalendar calendar, LocalDate today) implements Page {
    private static final int SOON = 21;

    @Override
    public String title() {
        return t("calendar.child.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public String say() {
        return String.join(" ", sentences());
    }

    /** At most three sentences, the nearest day first. */
    public List<String> sentences() {
        var today = t("calendar.child.today." + school(this.today));
        var tomorrow = t("calendar.child.tomorrow." + school(this.today.plusDays(1)));
        var later = later();
        return later.isEmpty() ? List.of(today, tomorrow) : List.of(today, tomorrow, later);
    }

    private boolean school(LocalDate date) {
        return calendar.isSchoolDay(date);
    }

    /** The next holidays when they are near; during them, the day on which school begins again. */
    private String later() {
        if (calendar.breakOn(today).isPresent())
            return calendar.nextSchoolDay(today)
                    .map(day -> t("calendar.child.back", Dates.full(day)))
                    .orElse("");
        return calendar.breaks().stream()
                .filter(held -> held.startsOn().isAfter(today))
                .min(java.util.Comparator.comparing(SchoolCalendar.Break::startsOn))
                .map(held -> ChronoUnit.DAYS.between(today, held.startsOn()))
                .filter(days -> days <= SOON)
                .map(days -> count("calendar.child.holidays", days))
                .orElse("");
    }

    /** Today and the six days that follow. */
    public List<Day> days() {
        return today.datesUntil(today.plusDays(7)).map(date -> Day.of(calendar, date)).toList();
    }

    public String said(Day day) {
        var said = t("calendar.child.day." + day.isSchool(), Dates.day(day.date(), today));
        return said.substring(0, 1).toUpperCase(Locale.FRENCH) + said.substring(1);
    }
}
