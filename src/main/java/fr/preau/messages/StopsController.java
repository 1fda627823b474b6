package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The switch for the bad day, in the hand of whoever directs a school or oversees a node. */
@Controller
class StopsController {
    private final Stops stops;
    private final Finding finding;
    private final ApplicationEventPublisher facts;

    StopsController(Stops stops, Finding finding, ApplicationEventPublisher facts) {
        this.stops = stops;
        this.finding = finding;
        this.facts = facts;
    }

    @GetMapping("/messages/stops")
    @For({Profile.TEACHER, Profile.SUPERVISION})
    View show(Actor actor) {
        mayStop(actor);
        return page(actor, new StopForm("", "", null, "", null), List.of(), new Problems());
    }

    @PostMapping("/messages/stops")
    @For({Profile.TEACHER, Profile.SUPERVISION})
    @StepUp
    View stop(Actor actor, StopForm form) {
        mayStop(actor);
        if (Boolean.TRUE.equals(form.look()))
            return page(actor, form, finding.find(actor, form.q()), new Problems());
        var problems = new Problems();
        if (!form.isTarget() || !isUnder(actor, form))
            problems.add("target", t("messages.problem.stop.target"));
        if (form.reason().isEmpty()) problems.add("reason", t("messages.problem.stop.reason"));
        if (form.reason().codePointCount(0, form.reason().length()) > StopForm.LONGEST)
            problems.add("reason", t("messages.problem.stop.long", StopForm.LONGEST));
        if (problems.any()) return page(actor, form, List.of(), problems);
        var stop = stops.make(actor, form.kind(), form.number(), form.reason(), form.isDrill());
        facts.publishEvent(
                new SendingStopped(
                        actor.place(), stop, form.isDrill(), actor.account(), actor.person()));
        return Redirect.to("/messages/stops")
                .saying(form.isDrill() ? "messages.stop.drilled" : "messages.stop.made");
    }

    @PostMapping("/messages/stops/{stop}/lifting")
    @For({Profile.TEACHER, Profile.SUPERVISION})
    @StepUp
    View lift(Actor actor, @PathVariable long stop) {
        mayStop(actor);
        if (stops.under(actor).stream().noneMatch(one -> one.id() == stop && !one.isLifted()))
            throw new NotFound();
        stops.lift(actor, stop);
        facts.publishEvent(
                new SendingResumed(actor.place(), stop, actor.account(), actor.person()));
        return Redirect.to("/messages/stops").saying("messages.stop.lifted");
    }

    private boolean isUnder(Actor actor, StopForm form) {
        return form.kind().equals("PERSON")
                ? stops.isUnder(actor, form.number())
                : stops.targetsOf(actor).stream()
                        .anyMatch(target -> target.value().equals(form.target()));
    }

    private static void mayStop(Actor actor) {
        if (actor.profile() == Profile.TEACHER && actor.administeredSchools().length == 0)
            throw new NotFound();
    }

    private StopsPage page(Actor actor, StopForm form, List<Found> found, Problems problems) {
        return new StopsPage(
                stops.under(actor),
                stops.targetsOf(actor),
                form.target(),
                form.reason(),
                form.isDrill(),
                form.q(),
                found.stream().filter(one -> one.token().startsWith("p")).toList(),
                problems);
    }
}
