package fr.preau.calendar;

import static fr.preau.web.Profile.SUPERVISION;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.RoleKind;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The région writes the official dates of each zone, year by year: they are data, never code. */
@Controller
class OfficialController {
    private static final List<String> ZONES = List.of("A", "B", "C");

    private final OfficialDates dates;
    private final Clock clock;

    OfficialController(OfficialDates dates, Clock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/calendar/official")
    @For(SUPERVISION)
    View read(
            Actor actor,
            @RequestParam(defaultValue = "C") String zone,
            @RequestParam(defaultValue = "0") int year) {
        var chosen = check(actor, zone, year);
        return new OfficialPage(
                zone, chosen, years(), dates.academies(), dates.of(zone, chosen), new Problems());
    }

    @PostMapping("/calendar/official")
    @For(SUPERVISION)
    View write(
            Actor actor,
            @RequestParam(defaultValue = "C") String zone,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam Map<String, String> typed) {
        var chosen = check(actor, zone, year);
        var form = new OfficialForm(typed);
        var problems = form.check(chosen);
        if (problems.any())
            return new OfficialPage(zone, chosen, years(), dates.academies(), form, problems);
        dates.write(actor, zone, chosen, form);
        return Redirect.to("/calendar/official?zone=" + zone + "&year=" + chosen)
                .saying("calendar.official.kept");
    }

    private int check(Actor actor, String zone, int year) {
        var chosen = year == 0 ? now() : year;
        if (!actor.is(RoleKind.REGION_LEAD) || !ZONES.contains(zone) || !years().contains(chosen))
            throw new NotFound();
        return chosen;
    }

    /** Last year, this one and the three to come: the ministry says them that far ahead. */
    private List<Integer> years() {
        return List.of(now() - 1, now(), now() + 1, now() + 2, now() + 3);
    }

    private int now() {
        return SchoolCalendar.beginningOf(LocalDate.now(clock));
    }
}
