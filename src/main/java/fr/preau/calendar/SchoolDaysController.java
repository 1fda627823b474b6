package fr.preau.calendar;

import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A director or a delegated administrator sets the week of the school, its closures and its added
 * days.
 */
@Controller
class SchoolDaysController {
    private final Calendar calendar;
    private final Decisions decisions;
    private final CalendarPlaces places;
    private final Clock clock;

    SchoolDaysController(
            Calendar calendar, Decisions decisions, CalendarPlaces places, Clock clock) {
        this.calendar = calendar;
        this.decisions = decisions;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/calendar/school")
    @For(TEACHER)
    View settings(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        return page(actor, school, null, null, new Problems());
    }

    @PostMapping("/calendar/school/week")
    @For(TEACHER)
    View week(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam Map<String, String> typed) {
        var own = own(actor, school);
        var form = new WeekForm(typed);
        var problems = form.check(earliest());
        var from = form.from();
        if (problems.any() || from == null) return page(actor, school, form, null, problems);
        decisions.setWeek(actor, own.id(), from, form.week());
        return Redirect.to(path(own)).saying("calendar.week.kept");
    }

    @PostMapping("/calendar/school/days")
    @For(TEACHER)
    View decide(
            Actor actor, @RequestParam(required = false) @Nullable Long school, DecisionForm form) {
        var own = own(actor, school);
        var problems = form.check(earliest());
        if (problems.any()) return page(actor, school, null, form, problems);
        decisions.add(actor, own.id(), form.decision());
        return Redirect.to(path(own)).saying("calendar.days.kept");
    }

    @PostMapping("/calendar/school/days/removal")
    @For(TEACHER)
    View restore(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "0") long decision) {
        var own = own(actor, school);
        if (!decisions.remove(actor, own.id(), decision)) throw new NotFound();
        return Redirect.to(path(own)).saying("calendar.days.restored");
    }

    private View page(
            Actor actor,
            @Nullable Long school,
            @Nullable WeekForm week,
            @Nullable DecisionForm days,
            Problems problems) {
        var all = places.administeredBy(actor);
        var own = places.choose(all, school);
        var drawn = calendar.of(own.id());
        var today = LocalDate.now(clock);
        return new SchoolDaysPage(
                all,
                own,
                drawn,
                week == null ? WeekForm.of(drawn.weekOn(today), today) : week,
                days == null ? DecisionForm.EMPTY : days,
                problems,
                today);
    }

    private Place own(Actor actor, @Nullable Long school) {
        return places.choose(places.administeredBy(actor), school);
    }

    private static String path(Place own) {
        return "/calendar/school?school=" + own.id();
    }

    /** From the beginning of the school year under way. */
    private LocalDate earliest() {
        return LocalDate.of(SchoolCalendar.beginningOf(LocalDate.now(clock)), 8, 1);
    }
}
