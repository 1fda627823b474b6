package fr.preau.disputes;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.agreements.Agreements;
import fr.preau.agreements.Term;
import fr.preau.agreements.Terms;
import fr.preau.disputes.Disputes.Entry;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The procedures that somebody may read, and a new one. */
@Controller
class DisputesController {
    static final String LIST = "/disputes";
    private static final int SHOWN = 50;

    private final Disputes disputes;
    private final Folders folders;
    private final Pieces pieces;
    private final Agreements agreements;
    private final Terms terms;
    private final Writing writing;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DisputesController(
            Disputes disputes,
            Folders folders,
            Pieces pieces,
            Agreements agreements,
            Terms terms,
            Writing writing,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.disputes = disputes;
        this.folders = folders;
        this.pieces = pieces;
        this.agreements = agreements;
        this.terms = terms;
        this.writing = writing;
        this.facts = facts;
        this.clock = clock;
    }

    @For({TOWN, SUPERVISION})
    @GetMapping(LIST)
    View list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        if (!AgreementPolicy.sees(actor)) throw new NotFound();
        var found = disputes.list(!over, before, SHOWN + 1);
        var shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        var steps = disputes.steps(shown.stream().map(one -> one.dispute().id()).toList());
        return DisputeListPage.of(
                shown, steps, over, found.size() > SHOWN, opens(actor), LocalDate.now(clock));
    }

    private static boolean opens(Actor actor) {
        return AgreementPolicy.leads(actor) || actor.profile() == TOWN;
    }

    @For({TOWN, SUPERVISION})
    @StepUp
    @GetMapping(LIST + "/new")
    View begin(
            Actor actor,
            @RequestParam(required = false) @Nullable Long agreement,
            @RequestParam(defaultValue = "") String q) {
        if (!AgreementPolicy.sees(actor) || !opens(actor)) throw new NotFound();
        var empty = new OpeningForm(agreement, LocalDate.now(clock).toString(), "");
        return opening(writing.opening(actor).orElse(empty), Typed.line(q), new Problems());
    }

    @For({TOWN, SUPERVISION})
    @StepUp
    @PostMapping(LIST)
    View open(Actor actor, OpeningForm form) {
        if (!AgreementPolicy.sees(actor) || !opens(actor)) throw new NotFound();
        if (form.agreement() == null)
            return opening(
                    form, "", new Problems().add("agreement", t("disputes.problem.agreement")));
        var agreement = agreements.find(actor, form.agreement()).orElseThrow(NotFound::new);
        var party = Party.of(actor, agreement).orElseThrow(NotFound::new);
        var problems = form.check(agreement, LocalDate.now(clock));
        if (problems.any()) return opening(form, "", problems);
        var opened = disputes.open(agreement.id(), party, delays());
        if (opened.isEmpty())
            return opening(
                    form, "", new Problems().add("agreement", t("disputes.problem.running")));
        return opened(actor, opened.get(), party, form);
    }

    private View opened(Actor actor, Dispute dispute, Party party, OpeningForm form) {
        var day = Objects.requireNonNull(form.date());
        disputes.add(dispute, new Entry(StepKind.OPENED, party, day, null, "", form.text(), null));
        writing.opened(actor);
        facts.publishEvent(
                new DisputeFact.DisputeOpened(dispute.id(), actor.account(), actor.person()));
        return Redirect.to(dispute.path()).saying("disputes.opened");
    }

    private Delays delays() {
        var today = LocalDate.now(clock);
        return new Delays(
                terms.number(Term.CONCILIATION_MONTHS, today),
                terms.number(Term.TERMINATION_DAYS, today),
                terms.number(Term.COURT_MONTHS, today),
                terms.on(Term.COURT, today));
    }

    private View opening(OpeningForm form, String q, Problems problems) {
        var found = disputes.free(q, OpeningPage.MOST + 1);
        return OpeningPage.of(
                found,
                form.agreement() == null ? Optional.empty() : disputes.choice(form.agreement()),
                q,
                form,
                problems);
    }

    @For({TOWN, SUPERVISION})
    @GetMapping(LIST + "/{dispute}")
    View show(Actor actor, @PathVariable long dispute) {
        return shown(folders.read(actor, dispute), new Problems());
    }

    private View shown(Folder folder, Problems problems) {
        return DisputePage.of(folder, pieces.of(folder.dispute()), problems);
    }
}
