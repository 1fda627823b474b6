package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.classes.ClassChange.Kind;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one pupil sits, and where they could. */
@Controller
class ClassPupilController {
    private final ClassScreens screens;
    private final SchoolClasses classes;
    private final ClassSeats seats;
    private final ClassPupils pupils;
    private final ClassChanges changes;

    ClassPupilController(
            ClassScreens screens,
            SchoolClasses classes,
            ClassSeats seats,
            ClassPupils pupils,
            ClassChanges changes) {
        this.screens = screens;
        this.classes = classes;
        this.seats = seats;
        this.pupils = pupils;
        this.changes = changes;
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes/pupils/{pupil}")
    View show(
            Actor actor,
            @PathVariable long pupil,
            @RequestParam(required = false) @Nullable Long change) {
        var known = pupils.of(actor, pupil).orElseThrow(NotFound::new);
        return page(actor, known, 0, changes.offered(actor, change), new Problems());
    }

    /** To another class, or also to another class or group. */
    @For(Profile.TEACHER)
    @PostMapping("/classes/pupils/{pupil}")
    View place(
            Actor actor,
            @PathVariable long pupil,
            @RequestParam(defaultValue = "0") long to,
            @RequestParam(defaultValue = "add") String manner) {
        var known = pupils.of(actor, pupil).orElseThrow(NotFound::new);
        var page = page(actor, known, to, null, new Problems());
        var there = page.all().stream().filter(c -> c.id() == to).findFirst().orElse(null);
        var moves = manner.equals("move");
        var verdict = ClassesPolicy.mayPlace(there, page.sitsIn(to), moves);
        if (there == null || verdict != ClassesPolicy.Placing.ALLOWED) {
            page.problems().add("to", t("classes.problem.place." + verdict));
            return page;
        }
        var change =
                changes.make(
                        actor,
                        moves ? Kind.MOVED : Kind.ADDED,
                        there,
                        List.of(pupil),
                        () -> seats.place(actor, there, List.of(pupil), moves));
        return screens.after(actor, to, change);
    }

    /** Back to where ONDE says. */
    @For(Profile.TEACHER)
    @PostMapping("/classes/pupils/{pupil}/return")
    View giveBack(Actor actor, @PathVariable long pupil) {
        var known = pupils.of(actor, pupil).orElseThrow(NotFound::new);
        var page = page(actor, known, 0, null, new Problems());
        var through = page.through();
        if (page.refused().isEmpty() || through == null)
            return Redirect.to("/classes/pupils/" + pupil).saying("classes.agreed");
        var change =
                changes.make(
                        actor,
                        Kind.RETURNED,
                        through,
                        List.of(pupil),
                        () -> seats.returnToFeed(known.school(), pupil));
        return pupils.of(actor, pupil).isPresent()
                ? Redirect.to("/classes/pupils/" + pupil + "?change=" + change)
                : Redirect.to("/classes?change=" + change);
    }

    private PupilSeatsPage page(
            Actor actor,
            PupilSeatsPage.Pupil pupil,
            long to,
            @Nullable ClassChange change,
            Problems problems) {
        var all = classes.of(actor).stream().filter(c -> c.school() == pupil.school()).toList();
        return new PupilSeatsPage(
                pupil, seats.of(pupil.school(), pupil.id()), all, to, change, problems);
    }
}
