package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.messages.StopsPage.Target;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    View show(Actor actor, @RequestParam(required = false) @Nullable Long before) {
        mayStop(actor);
        return page(
                actor,
                new StopForm("", "", null, "", null),
                before == null ? Long.MAX_VALUE : before,
                new Problems());
    }

    @PostMapping("/messages/stops")
    @For({Profile.TEACHER, Profile.SUPERVISION})
    @StepUp
    View stop(Actor actor, StopForm form) {
        mayStop(actor);
        if (Boolean.TRUE.equals(form.look()))
            return page(actor, form, Long.MAX_VALUE, new Problems());
        var problems = new Problems();
        if (stops.target(actor, form).isEmpty())
            problems.add("target", t("messages.problem.stop.target"));
        if (form.reason().isEmpty()) problems.add("reason", t("messages.problem.stop.reason"));
        if (form.reason().codePointCount(0, form.reason().length()) > StopForm.LONGEST)
            problems.add("reason", t("messages.problem.stop.long", StopForm.LONGEST));
        if (problems.any()) return page(actor, form, Long.MAX_VALUE, problems);
        var stop = stops.make(actor, form.kind(), form.number(), form.reason(), form.isDrill());
        facts.publishEvent(
                new SendingStopped(
                        actor.place(), stop, form.isDrill(), actor.account(), actor.person()));
        return Redirect.to("/messages/stops")
                .saying(form.isDrill() ? "messages.stop.drilled" : "messages.stop.made");
    }

    /** By whoever is where it was made, or above; never by the one who is stopped. */
    @PostMapping("/messages/stops/{stop}/lifting")
    @For({Profile.TEACHER, Profile.SUPERVISION})
    @StepUp
    View lift(Actor actor, @PathVariable long stop) {
        mayStop(actor);
        var found = stops.find(actor, stop).filter(Stop::liftable).orElseThrow(NotFound::new);
        stops.lift(actor, stop);
        facts.publishEvent(
                new SendingResumed(actor.place(), stop, actor.account(), actor.person()));
        return Redirect.to("/messages/stops")
                .saying(found.drill() ? "messages.stop.drill.lifted" : "messages.stop.lifted");
    }

    private static void mayStop(Actor actor) {
        if (actor.profile() == Profile.TEACHER && actor.administeredSchools().length == 0)
            throw new NotFound();
    }

    private StopsPage page(Actor actor, StopForm form, long before, Problems problems) {
        var open = stops.open(actor, before);
        var more = open.size() > Stops.PAGE;
        var shown = more ? open.subList(0, Stops.PAGE) : open;
        return new StopsPage(
                shown,
                more ? shown.getLast().id() : null,
                before == Long.MAX_VALUE ? stops.lifted(actor) : List.of(),
                targets(actor, form),
                form.target(),
                form.reason(),
                form.isDrill(),
                form.q(),
                problems);
    }

    /** What was chosen before, what was found, then what is offered to everybody. */
    private List<Target> targets(Actor actor, StopForm form) {
        var all = new ArrayList<Target>();
        stops.target(actor, form).ifPresent(all::add);
        if (Boolean.TRUE.equals(form.look())) {
            all.addAll(stops.found(actor, form.q()));
            finding.find(actor, form.q()).stream()
                    .filter(one -> one.token().startsWith("p"))
                    .map(one ->
                            new Target(
                                    "PERSON",
                                    Long.parseLong(one.token().substring(1)),
                                    one.name() + ", " + one.line(),
                                    "PERSON"))
                    .forEach(all::add);
        }
        all.addAll(stops.offeredTo(actor));
        var values = new HashSet<String>();
        return all.stream().filter(one -> values.add(one.value())).toList();
    }
}
