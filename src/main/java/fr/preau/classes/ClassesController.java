package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.directory.Appointments;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
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

/** The classes and groups of somebody, a new one, and taking back what was just done. */
@Controller
class ClassesController {
    private final SchoolClasses classes;
    private final ClassTeachers teachers;
    private final ClassPupils pupils;
    private final ClassChanges changes;
    private final Appointments appointments;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ClassesController(
            SchoolClasses classes,
            ClassTeachers teachers,
            ClassPupils pupils,
            ClassChanges changes,
            Appointments appointments,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.classes = classes;
        this.teachers = teachers;
        this.pupils = pupils;
        this.changes = changes;
        this.appointments = appointments;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes")
    View list(Actor actor, @RequestParam(required = false) @Nullable Long change) {
        var all = classes.of(actor);
        var administers = actor.administeredSchools().length > 0;
        return new ClassesPage(
                all,
                teachers.of(all),
                administers ? pupils.unseatedFor(actor) : List.of(),
                administers,
                changes.offered(actor, change));
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes/new")
    View prepare(Actor actor, @RequestParam(defaultValue = "GROUP") String kind) {
        var places = placesFor(actor, kind);
        return new NewClassPage(places, kind, places.getFirst().id(), "", new Problems());
    }

    @For(Profile.TEACHER)
    @PostMapping("/classes")
    View make(
            Actor actor,
            @RequestParam(defaultValue = "GROUP") String kind,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "") String label) {
        var places = placesFor(actor, kind);
        var place =
                places.stream()
                        .filter(p -> school == null || p.id() == school)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var verdict = ClassesPolicy.mayName(label, classes.namesBeside(place.id(), 0));
        if (verdict != ClassesPolicy.Naming.ALLOWED)
            return new NewClassPage(
                    places,
                    kind,
                    place.id(),
                    label,
                    new Problems().add("label", t("classes.problem.name." + verdict)));

        var made = classes.make(place.id(), kind, label.strip());
        if (!place.administered())
            appointments.attach(actor.person(), place.id(), made, null, null);
        facts.publishEvent(
                new ClassFact.GroupMade(place.id(), actor.account(), actor.person(), made, made));
        return Redirect.to("/classes/" + made + "/pupils").saying("classes.made");
    }

    /** A class only where one administers; a group also where one teaches. */
    private List<NewClassPage.Place> placesFor(Actor actor, String kind) {
        if (!List.of("CLASS", "GROUP").contains(kind)) throw new NotFound();
        var places =
                classes.places(actor).stream()
                        .filter(p -> p.administered() || kind.equals("GROUP"))
                        .toList();
        if (places.isEmpty()) throw new NotFound();
        return places;
    }

    @For(Profile.TEACHER)
    @PostMapping("/classes/changes/{change}")
    View undo(Actor actor, @PathVariable long change) {
        var past = changes.past(change).orElseThrow(NotFound::new);
        var verdict = ClassesPolicy.mayUndo(actor.person(), past, clock.instant());
        if (verdict == ClassesPolicy.Undoing.NOT_YOURS) throw new NotFound();
        if (verdict != ClassesPolicy.Undoing.ALLOWED)
            return Redirect.to(placeOf(actor, past)).saying("classes.undo.past");
        changes.undo(actor, change, past);
        return Redirect.to(placeOf(actor, past)).saying("classes.undo.done");
    }

    private String placeOf(Actor actor, ClassChanges.Past past) {
        return classes.of(actor, past.schoolClass()).map(SchoolClass::path).orElse("/classes");
    }
}
