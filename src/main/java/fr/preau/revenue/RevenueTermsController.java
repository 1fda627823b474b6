package fr.preau.revenue;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.revenue.RevenueFact.RevenueTermChanged;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What the région decides about titres, on one page. */
@Controller
class RevenueTermsController {
    private static final String HERE = "/revenue-orders/terms";

    private final RevenueTerms terms;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    RevenueTermsController(RevenueTerms terms, ApplicationEventPublisher facts, Clock clock) {
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @GetMapping(HERE)
    View show(Actor actor) {
        lead(actor);
        return page(new RevenueTermForm("", "", ""), new Problems());
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE)
    View set(Actor actor, RevenueTermForm form) {
        lead(actor);
        var problems = form.check(first());
        var term = form.chosen();
        var from = form.day();
        if (problems.any() || term == null || from == null) return page(form, problems);
        terms.set(term, from, form.value());
        facts.publishEvent(
                new RevenueTermChanged(
                        from.toEpochDay(), term, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(HERE).saying("revenue.terms.kept");
    }

    private RevenueTermsPage page(RevenueTermForm form, Problems problems) {
        return new RevenueTermsPage(terms.all(), LocalDate.now(clock), first(), form, problems);
    }

    private LocalDate first() {
        var today = LocalDate.now(clock);
        return terms.isFixed(today) ? today.plusDays(1) : today;
    }

    private static void lead(Actor actor) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
    }
}
