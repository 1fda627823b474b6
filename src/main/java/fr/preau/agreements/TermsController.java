package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementFact.TermChanged;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rates, delays and words that conventions take from data. */
@Controller
class TermsController {
    private final Terms terms;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    TermsController(Terms terms, ApplicationEventPublisher facts, Clock clock) {
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/agreement-terms")
    View show(Actor actor) {
        lead(actor);
        return page("", "", "", new Problems());
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/agreement-terms")
    View change(
            Actor actor,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String from) {
        lead(actor);
        var chosen =
                Arrays.stream(Term.values())
                        .filter(one -> one.name().equals(term))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var problems = new Problems();
        var written = chosen.read(value);
        if (!chosen.accepts(written))
            problems.add("value", t("agreements.problem.value." + chosen.kind));
        var day = day(from, problems);
        if (problems.any()) return page(term, value, from, problems);
        terms.set(chosen, day, written);
        facts.publishEvent(
                new TermChanged(
                        clock.instant().getEpochSecond(),
                        chosen,
                        actor.account(),
                        actor.person(),
                        clock.instant()));
        return Redirect.to("/agreement-terms").saying("agreements.term.kept");
    }

    /** What was decided before today stays as it was: a new value begins today or later. */
    private LocalDate day(String typed, Problems problems) {
        var today = LocalDate.now(clock);
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isBefore(today)) problems.add("from", t("agreements.problem.past"));
            return day;
        } catch (DateTimeException e) {
            problems.add("from", t("agreements.problem.day"));
            return today;
        }
    }

    private View page(String term, String value, String from, Problems problems) {
        return new TermsPage(terms.all(), term, value, from, LocalDate.now(clock), problems);
    }

    private static void lead(Actor actor) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
    }
}
