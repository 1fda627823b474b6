package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

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

/** The plan of a rehearsal: its classes, its groups, and where each pupil will be. */
@Controller
class PlanController {
    private static final long NEW = 0;

    private final Rehearsals rehearsals;
    private final Plans plans;
    private final YearScreen screen;

    PlanController(Rehearsals rehearsals, Plans plans, YearScreen screen) {
        this.rehearsals = rehearsals;
        this.plans = plans;
        this.screen = screen;
    }

    @For(Profile.TEACHER)
    @PostMapping("/year/seats")
    View move(Actor actor, MoveForm form) {
        var change = rehearsals.of(actor, form.school());
        var plan = plans.of(change);
        var place = form.place(plan);
        var problems = new Problems();
        if (form.pupils(plan).isEmpty()) problems.add("pupil", t("year.problem.pupil"));
        if (place == null || place == Plans.Place.SAME && form.level().isEmpty())
            problems.add("to", t("year.problem.to"));
        if (!form.level().isEmpty() && !isLevel(form.level()))
            problems.add("level", t("year.problem.level"));
        if (problems.any() || place == null)
            return screen.of(actor, change.school(), form, problems);
        plans.move(change, form.pupils(plan), place, form.level().isEmpty() ? null : form.level());
        return Redirect.to(
                        "/year?school="
                                + change.school()
                                + "&show="
                                + shown(form, plan)
                                + "#pupils")
                .saying("year.moved");
    }

    private boolean isLevel(String code) {
        return plans.levels().stream().anyMatch(level -> level.code().equals(code));
    }

    /** Only a place that the plan knows goes into an address. */
    private static String shown(MoveForm form, Plan plan) {
        return plan.shown(form.show()).key();
    }

    @For(Profile.TEACHER)
    @GetMapping("/year/classes/new")
    View compose(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var change = rehearsals.of(actor, school);
        return page(
                change,
                NEW,
                new ClassForm(change.school(), "", List.of(), List.of()),
                new Problems());
    }

    @For(Profile.TEACHER)
    @PostMapping("/year/classes")
    View add(Actor actor, ClassForm typed) {
        var change = rehearsals.of(actor, typed.school());
        var form = typed.onlyLevelsOf(plans.levels());
        var problems = check(change, NEW, form);
        if (problems.any()) return page(change, NEW, form, problems);
        plans.entrust(change, plans.add(change, form), form);
        return YearController.back(change.school()).saying("year.class-saved");
    }

    @For(Profile.TEACHER)
    @GetMapping("/year/classes/{planned}")
    View edit(Actor actor, @PathVariable long planned) {
        var change = changeOf(actor, planned);
        var one = find(change, planned);
        var levels = one.codes().isEmpty() ? List.<String>of() : List.of(one.codes().split("-"));
        return page(
                change,
                planned,
                new ClassForm(change.school(), one.label(), levels, List.of()),
                new Problems());
    }

    @For(Profile.TEACHER)
    @PostMapping("/year/classes/{planned}")
    View save(Actor actor, @PathVariable long planned, ClassForm typed) {
        var change = changeOf(actor, planned);
        find(change, planned);
        var form = typed.onlyLevelsOf(plans.levels());
        var problems = check(change, planned, form);
        if (problems.any()) return page(change, planned, form, problems);
        plans.rename(change, planned, form);
        plans.entrust(change, planned, form);
        return YearController.back(change.school()).saying("year.class-saved");
    }

    @For(Profile.TEACHER)
    @PostMapping("/year/classes/{planned}/removal")
    View remove(Actor actor, @PathVariable long planned) {
        var change = changeOf(actor, planned);
        find(change, planned);
        plans.remove(change, planned);
        return YearController.back(change.school()).saying("year.class-removed");
    }

    @For(Profile.TEACHER)
    @PostMapping("/year/groups/{planned}")
    View keep(
            Actor actor,
            @PathVariable long planned,
            @RequestParam(defaultValue = "true") String kept) {
        var change = changeOf(actor, planned);
        if (plans.keep(change, planned, kept.equals("true")) == 0) throw new NotFound();
        return YearController.back(change.school()).saying("year.group-saved");
    }

    private Change changeOf(Actor actor, long planned) {
        return rehearsals.of(actor, plans.schoolOf(planned).orElseThrow(NotFound::new));
    }

    private Plan.PlannedClass find(Change change, long planned) {
        return plans.of(change).schoolClasses().stream()
                .filter(one -> one.id() == planned)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Problems check(Change change, long planned, ClassForm form) {
        var problems = new Problems();
        var verdict =
                YearPolicy.mayName(form.label(), plans.of(change).isTaken(form.label(), planned));
        if (verdict != YearPolicy.Naming.ALLOWED)
            problems.add("label", t("year.problem.label." + verdict, YearPolicy.MAX_LABEL));
        if (form.levels().isEmpty()) problems.add("levels", t("year.problem.levels"));
        return problems;
    }

    private PlannedClassPage page(Change change, long planned, ClassForm form, Problems problems) {
        return new PlannedClassPage(
                change,
                planned,
                form,
                plans.levels(),
                plans.teachers(change.school(), planned),
                problems);
    }
}
