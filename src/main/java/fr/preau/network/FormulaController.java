package fr.preau.network;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The région says what a line should carry: always as a new version, from a day on. */
@Controller
class FormulaController {
    private static final String HERE = NetworkController.HERE + "/formula";

    private final Formulas formulas;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    FormulaController(Formulas formulas, ApplicationEventPublisher facts, Clock clock) {
        this.formulas = formulas;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @GetMapping(HERE)
    View show(Actor actor) {
        onlyForItsWriter(actor);
        return page(null, new Problems());
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE)
    View add(Actor actor, FormulaForm form) {
        onlyForItsWriter(actor);
        var problems = form.check(today());
        if (problems.any()) return page(form, problems);
        var made = formulas.add(form);
        facts.publishEvent(
                new NetworkFact.FormulaChanged(
                        null,
                        actor.account(),
                        actor.person(),
                        made.year(),
                        made.version(),
                        made.fromOn(),
                        made.id()));
        return Redirect.to(HERE).saying("network.formula.kept");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/undo")
    View undo(Actor actor, @RequestParam(defaultValue = "0") long formula) {
        onlyForItsWriter(actor);
        var gone = formulas.takeBack(formula);
        gone.ifPresent(one ->
                facts.publishEvent(
                        new NetworkFact.FormulaTakenBack(
                                null,
                                actor.account(),
                                actor.person(),
                                one.year(),
                                one.version(),
                                one.id())));
        return Redirect.to(HERE)
                .saying(gone.isEmpty() ? "network.formula.too-late" : "network.formula.undone");
    }

    private static void onlyForItsWriter(Actor actor) {
        if (!NetworkPolicy.writesFormula(actor)) throw new NotFound();
    }

    private View page(@Nullable FormulaForm form, Problems problems) {
        var year = NetworkPolicy.yearOf(today());
        var now = formulas.inForce(year);
        return new FormulaPage(
                now,
                formulas.all(),
                year,
                form == null ? FormulaForm.from(now, year) : form,
                today(),
                problems);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
