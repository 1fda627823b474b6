package fr.preau.agreements;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementFact.AgreementChecked;
import fr.preau.agreements.AgreementFact.AgreementDetailsChanged;
import fr.preau.agreements.AgreementFact.AgreementSchoolAdded;
import fr.preau.agreements.AgreementFact.AgreementSchoolRemoved;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Uai;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The town's referent looks at what the convention says, and puts right what is not. */
@Controller
class PreparingController {
    private final Agreements agreements;
    private final AgreementScreen screen;
    private final Drafts drafts;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PreparingController(
            Agreements agreements,
            AgreementScreen screen,
            Drafts drafts,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.agreements = agreements;
        this.screen = screen;
        this.drafts = drafts;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    @For({TOWN, SUPERVISION})
    @PostMapping("/agreements/{agreement}/schools")
    View add(
            Actor actor,
            @PathVariable("agreement") long id,
            @RequestParam(defaultValue = "") String uai) {
        var agreement = open(actor, id);
        var problems = new Problems();
        var typed = new Uai(uai);
        if (!typed.isValid()) problems.add("uai", t("agreements.problem.uai"));
        else add(actor, agreement, typed.value(), problems);
        if (problems.any())
            return screen.of(
                    actor, agreement, AgreementPage.Typed.nothing(agreement).school(uai), problems);
        return Redirect.to(agreement.path()).saying("agreements.school.added");
    }

    private void add(Actor actor, Agreement agreement, String uai, Problems problems) {
        var school =
                drafts.school(
                                agreement,
                                uai,
                                AgreementPolicy.leads(actor)
                                        && !agreement.debtorKind().equals(DebtorKind.TOWN.name()))
                        .orElse(null);
        if (school == null) problems.add("uai", t("agreements.problem.uai.unknown", uai));
        else if (!school.open())
            problems.add("uai", t("agreements.problem.uai.closed", school.name()));
        else if (!school.near())
            problems.add("uai", t("agreements.problem.uai.elsewhere", school.name()));
        else if (!drafts.add(agreement, school)) paidAlready(agreement, school, problems);
        else
            facts.publishEvent(
                    new AgreementSchoolAdded(
                            agreement.id(), uai, actor.account(), actor.person(), clock.instant()));
    }

    /** A school has one paying debtor in a school year: who, is public. */
    private void paidAlready(Agreement agreement, Drafts.Known school, Problems problems) {
        var payer = walls.as(Wall.JOB, () -> drafts.payer(agreement.year(), school.uai()));
        problems.add(
                "uai",
                payer.filter(one -> !one.reference().equals(agreement.reference()))
                        .map(one ->
                                t(
                                        "agreements.problem.uai.paid",
                                        school.name(),
                                        agreement.yearLabel(),
                                        one.name(),
                                        one.reference()))
                        .orElse(t("agreements.problem.uai.twice", school.name())));
    }

    @For({TOWN, SUPERVISION})
    @PostMapping("/agreements/{agreement}/schools/{uai}/removal")
    View remove(Actor actor, @PathVariable("agreement") long id, @PathVariable String uai) {
        var agreement = open(actor, id);
        if (!drafts.remove(agreement, uai)) throw new NotFound();
        facts.publishEvent(
                new AgreementSchoolRemoved(
                        agreement.id(), uai, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(agreement.path()).saying("agreements.school.removed");
    }

    @For({TOWN, SUPERVISION})
    @PostMapping("/agreements/{agreement}/details")
    View change(Actor actor, @PathVariable("agreement") long id, DetailsForm form) {
        var agreement = open(actor, id);
        var problems = form.check();
        if (problems.any())
            return screen.of(
                    actor,
                    agreement,
                    AgreementPage.Typed.nothing(agreement).details(form),
                    problems);
        drafts.change(agreement, form);
        facts.publishEvent(
                new AgreementDetailsChanged(
                        agreement.id(), actor.account(), actor.person(), clock.instant()));
        return Redirect.to(agreement.path()).saying("agreements.details.kept");
    }

    /** « Everything is right »: from now on the mayor may sign this edition. */
    @For(TOWN)
    @PostMapping("/agreements/{agreement}/check")
    View check(Actor actor, @PathVariable("agreement") long id) {
        var agreement = open(actor, id);
        if (!AgreementPolicy.prepares(actor, agreement)) throw new NotFound();
        var problems = new Problems();
        if (agreements.schools(id).isEmpty())
            problems.add("uai", t("agreements.problem.NO_SCHOOL"));
        if (problems.any())
            return screen.of(actor, agreement, AgreementPage.Typed.nothing(agreement), problems);
        drafts.check(agreement);
        facts.publishEvent(
                new AgreementChecked(
                        agreement.id(), actor.account(), actor.person(), clock.instant()));
        return Redirect.to(agreement.path()).saying("agreements.checked");
    }

    /** One that may be changed by this actor; locked, so that nobody signs meanwhile. */
    private Agreement open(Actor actor, long id) {
        return agreements
                .find(actor, id)
                .map(agreements::lock)
                .filter(one -> AgreementPolicy.changes(actor, one))
                .orElseThrow(NotFound::new);
    }
}
