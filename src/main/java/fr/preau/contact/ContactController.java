package fr.preau.contact;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The matrix of a school: read, changed cell by cell once one has seen what it does, undone. */
@Controller
class ContactController {
    private final Matrix matrix;
    private final Rules rules;
    private final Simulation simulation;

    ContactController(Matrix matrix, Rules rules, Simulation simulation) {
        this.matrix = matrix;
        this.rules = rules;
        this.simulation = simulation;
    }

    @GetMapping("/contact")
    @For(Profile.TEACHER)
    @StepUp
    View read(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var schools = matrix.schoolsOf(actor);
        var place =
                school == null
                        ? schools.stream().findFirst().orElseThrow(NotFound::new)
                        : schoolOf(actor, school);
        return new ContactPage(
                schools,
                place,
                matrix.cells(place.school(), null),
                matrix.exceptions(place.school()),
                rules.lately(place.school()));
    }

    /** One cell: the choices, and what the one that is chosen would change. */
    @GetMapping("/contact/cell")
    @For(Profile.TEACHER)
    @StepUp
    View open(Actor actor, CellForm form) {
        var sides = form.sides().orElseThrow(NotFound::new);
        return pageOf(actor, form, sides, new Problems());
    }

    @PostMapping("/contact/rules")
    @For(Profile.TEACHER)
    @StepUp
    View decide(Actor actor, CellForm form) {
        var sides = form.sides().orElseThrow(NotFound::new);
        var place = placeOf(actor, form);
        var cell = cellOf(place, sides);
        var choice = Choice.named(form.choice()).orElse(null);
        var verdict = ContactPolicy.mayChange(cell, sides.from(), sides.to(), choice);
        if (verdict != ContactPolicy.Changing.ALLOWED || cell == null || choice == null)
            return pageOf(
                    actor,
                    form,
                    sides,
                    new Problems().add("choice", t("contact.problem." + verdict)));
        rules.decide(actor, place, cell, choice);
        return Redirect.to("/contact?school=" + place.school()).saying("contact.kept");
    }

    /** Every cell of the school as the région has it, its classes as the school. */
    @PostMapping("/contact/usual")
    @For(Profile.TEACHER)
    @StepUp
    View goBackToUsual(Actor actor, @RequestParam long school) {
        var place = schoolOf(actor, school);
        for (var exception : matrix.exceptions(school))
            rules.decide(
                    actor,
                    new ContactPage.Place(school, exception.schoolClass(), exception.label()),
                    exception.cell(),
                    Choice.USUAL);
        for (var cell : matrix.cells(school, null))
            if (cell.isDecided()) rules.decide(actor, place, cell, Choice.USUAL);
        return Redirect.to("/contact?school=" + school).saying("contact.back-to-usual");
    }

    @PostMapping("/contact/changes/{change}/undoing")
    @For(Profile.TEACHER)
    @StepUp
    View undo(Actor actor, @PathVariable long change) {
        var past = rules.undoable(actor, change).orElseThrow(NotFound::new);
        var form =
                new CellForm(
                        past.school(),
                        past.schoolClass(),
                        past.fromProfile().name(),
                        past.toProfile().name(),
                        past.before().name());
        var place = placeOf(actor, form);
        var cell = cellOf(place, new CellForm.Sides(past.fromProfile(), past.toProfile()));
        if (cell == null) throw new NotFound();
        rules.decide(actor, place, cell, past.before());
        rules.markUndone(past);
        return Redirect.to("/contact?school=" + past.school()).saying("contact.undone");
    }

    private CellPage pageOf(Actor actor, CellForm form, CellForm.Sides sides, Problems problems) {
        var place = placeOf(actor, form);
        var cell = cellOf(place, sides);
        var verdict =
                ContactPolicy.mayChange(
                        cell, sides.from(), sides.to(), Choice.named(form.choice()).orElse(null));
        var effect =
                verdict == ContactPolicy.Changing.ALLOWED && cell != null && !problems.any()
                        ? simulation.of(place, cell, Choice.valueOf(form.choice()))
                        : null;
        return new CellPage(
                schoolOf(actor, place.school()),
                place,
                sides,
                cell,
                verdict,
                form.choice(),
                ContactPolicy.mayDifferByClass(sides.from())
                        ? matrix.classesOf(place.school())
                        : java.util.List.of(),
                effect,
                problems);
    }

    private @Nullable Cell cellOf(ContactPage.Place place, CellForm.Sides sides) {
        return matrix.cells(place.school(), place.schoolClass()).stream()
                .filter(cell -> cell.from() == sides.from() && cell.to() == sides.to())
                .findFirst()
                .orElse(null);
    }

    private ContactPage.Place schoolOf(Actor actor, long school) {
        return matrix.schoolsOf(actor).stream()
                .filter(place -> place.school() == school)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ContactPage.Place placeOf(Actor actor, CellForm form) {
        var school = schoolOf(actor, form.school() == null ? 0 : form.school());
        if (form.schoolClass() == null) return school;
        if (!ContactPolicy.mayDifferByClass(Side.valueOf(form.from()))) throw new NotFound();
        return matrix.classesOf(school.school()).stream()
                .filter(each -> each.id() == form.schoolClass())
                .findFirst()
                .map(each -> new ContactPage.Place(school.school(), each.id(), each.label()))
                .orElseThrow(NotFound::new);
    }
}
