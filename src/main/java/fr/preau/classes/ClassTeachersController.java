package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.classes.ClassChange.Kind;
import fr.preau.directory.Appointments;
import fr.preau.web.Actor;
import fr.preau.web.Dates;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is in charge of a class: the feed cannot say it, the school does. */
@Controller
class ClassTeachersController {
    private final ClassScreens screens;
    private final ClassTeachers teachers;
    private final ClassChanges changes;
    private final Appointments appointments;
    private final Clock clock;

    ClassTeachersController(
            ClassScreens screens,
            ClassTeachers teachers,
            ClassChanges changes,
            Appointments appointments,
            Clock clock) {
        this.screens = screens;
        this.teachers = teachers;
        this.changes = changes;
        this.appointments = appointments;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes/{schoolClass}/teachers")
    View show(Actor actor, @PathVariable long schoolClass) {
        return page(screens.classFor(actor, schoolClass), List.of(), "", "", new Problems());
    }

    @For(Profile.TEACHER)
    @PostMapping("/classes/{schoolClass}/teachers")
    View attach(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "") List<Long> teacher,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        var here = screens.classFor(actor, schoolClass);
        var problems = new Problems();
        var begins = date(from, "from", problems);
        var ends = date(until, "until", problems);
        var colleagues =
                teachers.colleaguesFor(here).stream().map(ClassTeachersPage.Colleague::id).toList();
        var verdict =
                ClassesPolicy.mayAttach(teacher, colleagues, begins, ends, LocalDate.now(clock));
        switch (verdict) {
            case NOBODY, NOT_OF_THE_SCHOOL ->
                    problems.add("teachers", t("classes.problem.attach." + verdict));
            case BACKWARDS, PAST -> problems.add("until", t("classes.problem.attach." + verdict));
            case ALLOWED -> {}
        }
        var limit = teachers.chargeEnds(actor, here);
        if (limit != null && (ends == null || ends.isAfter(limit)))
            problems.add("until", t("classes.problem.attach.BEYOND", Dates.onPaper(limit)));
        if (problems.any()) return page(here, teacher, from, until, problems);

        var change =
                changes.make(
                        actor,
                        Kind.ATTACHED,
                        here,
                        teacher,
                        () -> appointments.attach(teacher, here.school(), here.id(), begins, ends));
        return screens.after(actor, schoolClass, change);
    }

    @For(Profile.TEACHER)
    @PostMapping("/classes/{schoolClass}/teachers/removal")
    View detach(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "0") long teacher) {
        var here = screens.classFor(actor, schoolClass);
        // Whoever has a charge for a time takes nobody else's away.
        var mayDetach = teacher == actor.person() || teachers.chargeEnds(actor, here) == null;
        if (!mayDetach || teachers.of(List.of(here)).stream().noneMatch(t -> t.id() == teacher))
            return page(
                    here,
                    List.of(),
                    "",
                    "",
                    new Problems().add("in-charge", t("classes.problem.detach")));
        var change =
                changes.make(
                        actor,
                        Kind.DETACHED,
                        here,
                        List.of(teacher),
                        () -> appointments.detach(teacher, here.school(), here.id()));
        return screens.after(actor, schoolClass, change);
    }

    private ClassTeachersPage page(
            SchoolClass here, List<Long> chosen, String from, String until, Problems problems) {
        return new ClassTeachersPage(
                here,
                teachers.of(List.of(here)),
                teachers.colleaguesFor(here),
                chosen,
                from,
                until,
                problems);
    }

    private static @Nullable LocalDate date(String typed, String field, Problems problems) {
        if (typed.isBlank()) return null;
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            problems.add(field, t("classes.problem.date"));
            return null;
        }
    }
}
