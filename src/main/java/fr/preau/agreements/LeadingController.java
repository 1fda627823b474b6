package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementFact.AgreementAbandoned;
import fr.preau.agreements.AgreementFact.AgreementDrafted;
import fr.preau.agreements.AgreementFact.AgreementSent;
import fr.preau.agreements.AgreementPolicy.Verdict;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The région begins a convention, sends it to the town, or gives it up. */
@Controller
class LeadingController {
    private final Agreements agreements;
    private final AgreementScreen screen;
    private final AgreementList list;
    private final Debtors debtors;
    private final Drafts drafts;
    private final Templates templates;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    LeadingController(
            Agreements agreements,
            AgreementScreen screen,
            AgreementList list,
            Debtors debtors,
            Drafts drafts,
            Templates templates,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.agreements = agreements;
        this.screen = screen;
        this.list = list;
        this.debtors = debtors;
        this.drafts = drafts;
        this.templates = templates;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @PostMapping("/debtors/{debtor}/agreements")
    View begin(
            Actor actor,
            @PathVariable("debtor") long id,
            @RequestParam(defaultValue = "0") int year) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
        var debtor = debtors.find(id).orElseThrow(NotFound::new);
        var now = list.currentYear();
        if (year < now - 1 || year > now + 1)
            return Redirect.to(debtor.path()).saying("agreements.year.far");
        var made = drafts.begin(debtor, year);
        if (made.isEmpty()) return Redirect.to(debtor.path()).saying("agreements.year.taken");
        facts.publishEvent(
                new AgreementDrafted(made.get(), actor.account(), actor.person(), clock.instant()));
        return Redirect.to("/agreements/" + made.get()).saying("agreements.begun");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/agreements/{agreement}/sending")
    View send(Actor actor, @PathVariable("agreement") long id) {
        var agreement = lock(actor, id);
        var verdict = AgreementPolicy.maySend(agreement, agreements.schools(id).size());
        if (verdict != Verdict.ALLOWED) return refused(actor, agreement, verdict.name());
        drafts.send(agreement, templates.current(agreement.year()));
        facts.publishEvent(new AgreementSent(id, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(agreement.path()).saying("agreements.sent");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/agreements/{agreement}/abandonment")
    View abandon(Actor actor, @PathVariable("agreement") long id) {
        var agreement = lock(actor, id);
        if (!agreement.isOpen()) return refused(actor, agreement, "SIGNED_STAYS");
        drafts.abandon(agreement);
        facts.publishEvent(
                new AgreementAbandoned(id, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(agreement.path()).saying("agreements.abandoned");
    }

    private View refused(Actor actor, Agreement agreement, String reason) {
        return screen.of(
                actor,
                agreement,
                AgreementPage.Typed.nothing(agreement),
                new Problems().add("uai", t("agreements.problem." + reason)));
    }

    private Agreement lock(Actor actor, long id) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
        return agreements.find(actor, id).map(agreements::lock).orElseThrow(NotFound::new);
    }
}
