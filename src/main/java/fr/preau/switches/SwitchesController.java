package fr.preau.switches;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Openings;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.Service;
import fr.preau.web.View;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The services of a school, opened and closed by whoever directs or administers it. */
@Controller
class SwitchesController {
    private final Switches switches;
    private final Openings openings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SwitchesController(
            Switches switches, Openings openings, ApplicationEventPublisher facts, Clock clock) {
        this.switches = switches;
        this.openings = openings;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @GetMapping("/switches")
    View list(Actor actor, @RequestParam(defaultValue = "") String school) {
        var chosen = schoolOf(actor, school);
        var classes = switches.classesOf(chosen.id());
        var rows = switches.of(chosen.id());
        return new SwitchesPage(
                chosen,
                schoolsOf(actor),
                openings.services().stream()
                        .map(service -> SwitchesPage.Line.of(new Board(service, classes, rows)))
                        .toList());
    }

    @For(Profile.TEACHER)
    @GetMapping("/switches/{service}")
    View show(
            Actor actor,
            @PathVariable String service,
            @RequestParam(defaultValue = "") String school) {
        var chosen = schoolOf(actor, school);
        return new ServicePage(chosen, board(chosen.id(), service(service)));
    }

    @For(Profile.TEACHER)
    @PostMapping("/switches/{service}")
    View decide(
            Actor actor,
            @PathVariable String service,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = "") String schoolClass,
            @RequestParam(defaultValue = "") String choice) {
        var chosen = schoolOf(actor, school).id();
        var before = board(chosen, service(service));
        var whose = one(before.profiles(), profile);
        var where = schoolClass.isEmpty() ? null : classOf(before, schoolClass);
        switches.decide(
                chosen,
                service,
                whose,
                where,
                one(List.of(Choice.values()), choice),
                actor.person());
        var open = board(chosen, before.service()).cell(whose, where).state().isOpen();
        var at = clock.instant();
        facts.publishEvent(
                open
                        ? new ServiceFact.ServiceOpened(
                                chosen, actor.account(), actor.person(), service, whose, where, at)
                        : new ServiceFact.ServiceClosed(
                                chosen,
                                actor.account(),
                                actor.person(),
                                service,
                                whose,
                                where,
                                at));
        return Redirect.to("/switches/" + service + "?school=" + chosen)
                .saying(open ? "switches.opened" : "switches.closed");
    }

    private Board board(long school, Service service) {
        return new Board(service, switches.classesOf(school), switches.of(school));
    }

    private Service service(String key) {
        return openings.services().stream()
                .filter(service -> service.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Switches.School> schoolsOf(Actor actor) {
        return switches.schools(actor.administeredSchools());
    }

    private Switches.School schoolOf(Actor actor, String asked) {
        return schoolsOf(actor).stream()
                .filter(school -> asked.isEmpty() || asked.equals(Long.toString(school.id())))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable Long classOf(Board board, String asked) {
        return board.classes().stream()
                .map(Switches.SchoolClass::id)
                .filter(id -> asked.equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static <E extends Enum<E>> E one(List<E> all, String name) {
        return all.stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
