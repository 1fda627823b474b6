package fr.preau.disputes;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.disputes.DisputePolicy.Verdict;
import fr.preau.disputes.Disputes.Entry;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a party says that it did, and what it takes back. */
@Controller
class StepsController {
    private static final String STEPS = DisputesController.LIST + "/{dispute}/steps";

    private final Disputes disputes;
    private final Folders folders;
    private final Writing writing;
    private final ApplicationEventPublisher facts;

    StepsController(
            Disputes disputes, Folders folders, Writing writing, ApplicationEventPublisher facts) {
        this.disputes = disputes;
        this.folders = folders;
        this.writing = writing;
        this.facts = facts;
    }

    @For({TOWN, SUPERVISION})
    @StepUp
    @GetMapping(STEPS + "/new")
    View ask(
            Actor actor, @PathVariable long dispute, @RequestParam(defaultValue = "") String kind) {
        var folder = folders.read(actor, dispute);
        if (folder.party() == null) throw new NotFound();
        return ask(actor, folder, StepKind.named(kind).orElseThrow(NotFound::new));
    }

    private View ask(Actor actor, Folder folder, StepKind kind) {
        // A link of a page that stayed open: what follows has begun since.
        if (!folder.acts(Objects.requireNonNull(folder.party())).contains(kind))
            return Redirect.to(folder.dispute().path()).saying("disputes.moved-on");
        return new StepPage(folder, kind, writing.step(actor, folder, kind), new Problems());
    }

    /** What is written, held or said. */
    @For({TOWN, SUPERVISION})
    @StepUp
    @PostMapping(STEPS)
    View add(Actor actor, @PathVariable long dispute, StepForm form) {
        var kind = form.chosen().filter(one -> !one.isLetter()).orElseThrow(NotFound::new);
        return add(actor, dispute, kind, form);
    }

    /** A registered letter: the second one ends the convention. */
    @For({TOWN, SUPERVISION})
    @StepUp
    @PostMapping(DisputesController.LIST + "/{dispute}/letters")
    View send(Actor actor, @PathVariable long dispute, StepForm form) {
        var kind = form.chosen().filter(StepKind::isLetter).orElseThrow(NotFound::new);
        return add(actor, dispute, kind, form);
    }

    private View add(Actor actor, long number, StepKind kind, StepForm form) {
        var folder = folders.change(actor, number);
        var party = Objects.requireNonNull(folder.party());
        var problems = form.check(folder, party);
        if (problems.any()) return new StepPage(folder, kind, form, problems);
        var step = disputes.add(folder.dispute(), form.entry(party));
        if (kind.ends()) disputes.close(folder.dispute(), true);
        writing.entered(actor, folder.dispute(), kind);
        facts.publishEvent(
                new DisputeFact.DisputeStepEntered(
                        folder.dispute().id(), step, kind, actor.account(), actor.person()));
        return Redirect.to(folder.dispute().path()).saying("disputes.entered");
    }

    @For({TOWN, SUPERVISION})
    @StepUp
    @PostMapping(STEPS + "/{step}/mistake")
    View takeBack(
            Actor actor,
            @PathVariable long dispute,
            @PathVariable long step,
            @RequestParam(defaultValue = "") String words) {
        var folder = folders.change(actor, dispute);
        var mistake = folder.course().find(step).orElseThrow(NotFound::new);
        var problems = check(folder, mistake, Typed.lines(words));
        if (problems.any()) return new MistakePage(folder, mistake, words, problems);
        reopen(folder, mistake);
        disputes.add(
                folder.dispute(),
                new Entry(
                        StepKind.TAKEN_BACK,
                        folder.party(),
                        folder.today(),
                        null,
                        "",
                        Typed.lines(words),
                        step));
        writing.takenBack(actor, mistake);
        facts.publishEvent(
                new DisputeFact.DisputeStepTakenBack(
                        dispute, step, mistake.kind(), actor.account(), actor.person()));
        return Redirect.to(folder.dispute().path()).saying("disputes.taken-back");
    }

    @For({TOWN, SUPERVISION})
    @StepUp
    @GetMapping(STEPS + "/{step}/mistake")
    View mistaken(Actor actor, @PathVariable long dispute, @PathVariable long step) {
        var folder = folders.read(actor, dispute);
        var mistake = folder.course().find(step).orElseThrow(NotFound::new);
        if (!folder.mayTakeBack(mistake)) throw new NotFound();
        return new MistakePage(folder, mistake, writing.mistake(actor, mistake), new Problems());
    }

    private Problems check(Folder folder, Step mistake, String words) {
        var problems = new Problems();
        var party = Objects.requireNonNull(folder.party());
        var verdict = DisputePolicy.mayTakeBack(mistake, party, folder.course(), folder.today());
        if (verdict != Verdict.ALLOWED)
            problems.add("words", t("disputes.problem.back." + verdict));
        else if (mistake.kind().ends() && isReplaced(folder))
            problems.add("words", t("disputes.problem.running"));
        StepForm.checkWords(words, true, problems);
        return problems;
    }

    private boolean isReplaced(Folder folder) {
        return disputes.running(folder.agreement().id()).isPresent();
    }

    /** An end that was none lets it run again; an opening that was none ends it. */
    private void reopen(Folder folder, Step mistake) {
        if (mistake.kind().ends()) disputes.close(folder.dispute(), false);
        if (mistake.kind() == StepKind.OPENED) disputes.close(folder.dispute(), true);
    }
}
