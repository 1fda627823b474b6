package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementFact.DebtorChanged;
import fr.preau.agreements.AgreementFact.DebtorRegistered;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of those who pay, kept by the région. */
@Controller
class DebtorsController {
    private final Debtors debtors;
    private final AgreementList list;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DebtorsController(
            Debtors debtors, AgreementList list, ApplicationEventPublisher facts, Clock clock) {
        this.debtors = debtors;
        this.list = list;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/debtors")
    View list(Actor actor, @RequestParam(defaultValue = "") String q) {
        lead(actor);
        return new DebtorListPage(q.strip(), debtors.search(q));
    }

    /** First the commune is found, then the form is filled with what is known of it. */
    @For(Profile.SUPERVISION)
    @GetMapping("/debtors/new")
    View begin(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long town) {
        lead(actor);
        if (town == 0) return new NewDebtorPage(q.strip(), debtors.towns(q));
        var chosen = debtors.town(town).orElseThrow(NotFound::new);
        return new DebtorPage(null, chosen, prefilled(chosen), list.currentYear(), new Problems());
    }

    private static DebtorForm prefilled(Debtors.Town town) {
        return new DebtorForm(
                DebtorKind.TOWN.name(),
                t("agreements.town.name", town.name()),
                town.siret(),
                "",
                "",
                town.name(),
                "",
                t("agreements.town.title"),
                "",
                "",
                null);
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/debtors")
    View register(Actor actor, @RequestParam(defaultValue = "0") long town, DebtorForm form) {
        lead(actor);
        var chosen = debtors.town(town).orElseThrow(NotFound::new);
        var problems = form.check(chosen.insee());
        if (!problems.any()) {
            var made = debtors.register(town, form);
            if (made.isPresent()) {
                facts.publishEvent(
                        new DebtorRegistered(
                                made.get(), actor.account(), actor.person(), clock.instant()));
                return Redirect.to("/debtors/" + made.get()).saying("agreements.debtor.kept");
            }
            problems.add("siret", taken(form));
        }
        return new DebtorPage(null, chosen, form, list.currentYear(), problems);
    }

    private String taken(DebtorForm form) {
        return debtors.bySiret(form.siret())
                .map(other -> t("agreements.problem.siret.taken", other.name()))
                .orElse(t("agreements.problem.no-school"));
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/debtors/{debtor}")
    View show(Actor actor, @PathVariable("debtor") long id) {
        lead(actor);
        var debtor = debtors.find(id).orElseThrow(NotFound::new);
        return page(debtor, DebtorForm.of(debtor), new Problems());
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/debtors/{debtor}")
    View change(Actor actor, @PathVariable("debtor") long id, DebtorForm form) {
        lead(actor);
        var debtor = debtors.find(id).orElseThrow(NotFound::new);
        var problems = form.check(debtor.insee());
        if (!problems.any() && !debtors.change(debtor, form)) problems.add("siret", taken(form));
        if (problems.any()) return page(debtor, form, problems);
        facts.publishEvent(new DebtorChanged(id, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(debtor.path()).saying("agreements.debtor.kept");
    }

    private View page(Debtor debtor, DebtorForm form, Problems problems) {
        return new DebtorPage(
                debtor,
                debtors.town(debtor.townId()).orElseThrow(NotFound::new),
                form,
                list.currentYear(),
                problems);
    }

    private static void lead(Actor actor) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
    }
}
