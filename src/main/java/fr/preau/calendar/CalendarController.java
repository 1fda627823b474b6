package fr.preau.calendar;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.RoleKind;
import fr.preau.web.View;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of a school, read by everybody who belongs to it and by those above it. */
@Controller
class CalendarController {
    private final Calendar calendar;
    private final CalendarPlaces places;
    private final Clock clock;

    CalendarController(Calendar calendar, CalendarPlaces places, Clock clock) {
        this.calendar = calendar;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    @For({PUPIL, GUARDIAN, TEACHER, SUPERVISION})
    View read(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q) {
        if (actor.profile() == SUPERVISION && school == null)
            return new CalendarSearchPage(
                    q, places.within(actor, q), actor.is(RoleKind.REGION_LEAD));
        var mine = placesOf(actor, school);
        var place = places.choose(mine, school);
        var drawn = calendar.of(place.id());
        if (actor.profile() == PUPIL) return new ChildCalendarPage(drawn, today());
        return new CalendarPage(
                mine,
                place,
                new Month(monthOf(month), drawn),
                view.equals("weeks"),
                actor.administers(place.id()),
                today());
    }

    @GetMapping("/calendar/print")
    @For({GUARDIAN, TEACHER, SUPERVISION})
    View print(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "") String month) {
        var place = places.choose(placesOf(actor, school), school);
        var year = SchoolCalendar.beginningOf(monthOf(month).atDay(1));
        return new CalendarPrintPage(place, calendar.of(place.id()), year, today());
    }

    private List<Place> placesOf(Actor actor, @Nullable Long school) {
        return actor.profile() == SUPERVISION
                ? places.within(actor, school == null ? 0 : school)
                : places.of(actor);
    }

    /** What somebody wrote in the address, else this month; never further than people plan. */
    private YearMonth monthOf(String typed) {
        var now = YearMonth.from(today());
        try {
            var asked = YearMonth.parse(typed);
            return Math.abs(asked.getYear() - now.getYear()) <= 5 ? asked : now;
        } catch (DateTimeException e) {
            return now;
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
