package fr.preau.departures;

import fr.preau.directory.Departures;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The direction of a school sees who leaves, and keeps those who leave by mistake (capability B06).
 */
@Controller
class DeparturesController {
    private final Leavers leavers;
    private final Departures departures;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DeparturesController(
            Leavers leavers, Departures departures, ApplicationEventPublisher facts, Clock clock) {
        this.leavers = leavers;
        this.departures = departures;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/departures")
    View list(Actor actor) {
        var schools = actor.administeredSchools();
        if (schools.length == 0) throw new NotFound();
        return new DeparturesPage(
                leavers.of(actor),
                leavers.erasedFrom(actor),
                LocalDate.now(clock),
                schools.length > 1);
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/departures/{person}/cancellation")
    View cancel(Actor actor, @PathVariable long person) {
        var row =
                leavers.of(actor).stream()
                        .filter(r -> r.person() == person && r.alone())
                        .findFirst()
                        .orElseThrow(NotFound::new);
        departures.cancel(List.of(person), actor.person());
        facts.publishEvent(
                new AccountFact.DepartureCancelled(
                        row.school(),
                        actor.account(),
                        actor.person(),
                        person,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return Redirect.to("/departures").saying("departures.cancelled");
    }
}
