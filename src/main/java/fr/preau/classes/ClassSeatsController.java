package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.classes.ClassChange.Kind;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pupils who come to a class or a group, and who leave it. */
@Controller
class ClassSeatsController {
    private final ClassScreens screens;
    private final ClassSeats seats;
    private final ClassPupils pupils;
    private final ClassChanges changes;

    ClassSeatsController(
            ClassScreens screens, ClassSeats seats, ClassPupils pupils, ClassChanges changes) {
        this.screens = screens;
        this.seats = seats;
        this.pupils = pupils;
        this.changes = changes;
    }

    /** Somebody found in the school comes here: {@code manner} says whether they leave the rest. */
    @For(Profile.TEACHER)
    @PostMapping("/classes/{schoolClass}/seats")
    View place(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "0") long pupil,
            @RequestParam(defaultValue = "add") String manner) {
        var here = screens.classFor(actor, schoolClass);
        if (!pupils.isOf(here.school(), pupil)) throw new NotFound();
        var moves = manner.equals("move");
        var seated = seatOf(here, pupil) != null;
        var verdict = ClassesPolicy.mayPlace(here, seated, moves);
        if (verdict != ClassesPolicy.Placing.ALLOWED)
            return screens.refused(actor, here, "words", t("classes.problem.place." + verdict));
        var change =
                changes.make(
                        actor,
                        moves ? Kind.MOVED : Kind.ADDED,
                        here,
                        List.of(pupil),
                        () -> seats.place(actor, here, List.of(pupil), moves));
        return screens.after(actor, schoolClass, change);
    }

    @For(Profile.TEACHER)
    @PostMapping("/classes/{schoolClass}/seats/removal")
    View remove(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "0") long pupil) {
        var here = screens.classFor(actor, schoolClass);
        var verdict = ClassesPolicy.mayRemove(here, seatOf(here, pupil));
        if (verdict != ClassesPolicy.Removing.ALLOWED)
            return screens.refused(actor, here, "pupils", t("classes.problem.remove." + verdict));
        var change =
                changes.make(
                        actor,
                        Kind.REMOVED,
                        here,
                        List.of(pupil),
                        () -> seats.remove(actor, here, List.of(pupil)));
        return screens.after(actor, schoolClass, change);
    }

    private PupilSeatsPage.@Nullable Seat seatOf(SchoolClass here, long pupil) {
        return seats.of(here.school(), pupil).stream()
                .filter(seat -> seat.schoolClass() == here.id() && !seat.refused())
                .findFirst()
                .orElse(null);
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes/{schoolClass}/pupils")
    View choose(Actor actor, @PathVariable long schoolClass) {
        var here = composedHere(actor, schoolClass);
        return new ClassMembersPage(here, pupils.choicesFor(actor, here));
    }

    /** Boxes ticked one by one, or a whole class at once. */
    @For(Profile.TEACHER)
    @PostMapping("/classes/{schoolClass}/pupils")
    View compose(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "") Set<Long> pupil,
            @RequestParam(defaultValue = "") Set<Long> whole) {
        var here = composedHere(actor, schoolClass);
        var choices = pupils.choicesFor(actor, here);
        var come =
                choices.stream()
                        .filter(c -> !c.seated())
                        .filter(c -> pupil.contains(c.id()) || whole.contains(c.classId()))
                        .map(ClassMembersPage.Choice::id)
                        .toList();
        var go =
                choices.stream()
                        .filter(c -> c.seated() && !c.given())
                        .filter(c -> !pupil.contains(c.id()) && !whole.contains(c.classId()))
                        .map(ClassMembersPage.Choice::id)
                        .toList();
        if (come.isEmpty() && go.isEmpty()) return Redirect.to(here.path());
        var touched = new HashSet<>(Stream.concat(come.stream(), go.stream()).toList());
        var change =
                changes.make(
                        actor,
                        Kind.COMPOSED,
                        here,
                        touched,
                        () -> seats.compose(actor, here, come, go));
        return screens.after(actor, schoolClass, change);
    }

    private SchoolClass composedHere(Actor actor, long schoolClass) {
        var here = screens.classFor(actor, schoolClass);
        if (!here.isComposedHere()) throw new NotFound();
        return here;
    }
}
