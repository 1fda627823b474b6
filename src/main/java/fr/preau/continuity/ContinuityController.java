package fr.preau.continuity;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.RoleKind;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where schools stand: one's own, or those of one's conventions. */
@Controller
class ContinuityController {
    private final Covers covers;
    private final Places places;
    private final Standings standings;
    private final Clock clock;

    ContinuityController(Covers covers, Places places, Standings standings, Clock clock) {
        this.covers = covers;
        this.places = places;
        this.standings = standings;
        this.clock = clock;
    }

    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    @GetMapping("/continuity")
    View list(
            Actor actor,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String after) {
        if (actor.profile() == Profile.TEACHER) return Redirect.to(SchoolCourse.HERE);
        if (!ContinuityPolicy.sees(actor)) throw new NotFound();
        var today = LocalDate.now(clock);
        var rules = standings.rules(today);
        var all =
                covers.all(today).stream()
                        .map(cover -> ContinuityPolicy.standing(cover, rules, today))
                        .toList();
        return new ContinuityPage(
                all,
                places.departments(all.stream().mapToLong(Standing::school).toArray()),
                new ContinuityPage.Asked(phase, department, after));
    }

    @For({Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER})
    @GetMapping(SchoolCourse.HERE)
    View here(Actor actor) {
        return new HerePage(actor.profile(), actor.is(RoleKind.DIRECTOR), standings.of(actor));
    }
}
