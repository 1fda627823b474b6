package fr.preau.liaison;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A guardian answers a request for one child, changes the answer or takes it back. The proof of who
 * they are is fresh: the answer bears their name.
 */
@Controller
class DecisionController {
    private final Notes notes;
    private final Reading reading;
    private final Decisions decisions;

    DecisionController(Notes notes, Reading reading, Decisions decisions) {
        this.notes = notes;
        this.reading = reading;
        this.decisions = decisions;
    }

    @GetMapping("/liaison/{number}/decision/{child}")
    @For(GUARDIAN)
    @StepUp
    View show(Actor actor, @PathVariable long number, @PathVariable long child) {
        return pageOf(actor, requestFor(actor, number), child, null, new Problems());
    }

    @PostMapping("/liaison/{number}/decision/{child}")
    @For(GUARDIAN)
    @StepUp
    View decide(
            Actor actor, @PathVariable long number, @PathVariable long child, DecisionForm form) {
        var note = requestFor(actor, number);
        var problems = new Problems();
        var choices = decisions.choicesOf(note);
        refuse(note, reading.receiptFor(actor, note, child), problems);
        form.check(choices, problems);
        if (problems.any()) return pageOf(actor, note, child, form, problems);
        var chosen = form.chosen(choices).orElseThrow();
        decisions.keep(
                actor,
                note,
                decisions.about(child, actor.person()),
                chosen,
                form.conditionOf(chosen),
                false);
        return Redirect.to(placeOf(note, child)).saying("liaison.decided");
    }

    @PostMapping("/liaison/{number}/decision/{child}/withdrawal")
    @For(GUARDIAN)
    @StepUp
    View withdraw(Actor actor, @PathVariable long number, @PathVariable long child) {
        var note = requestFor(actor, number);
        var receipt = reading.receiptFor(actor, note, child);
        var problems = new Problems();
        refuse(note, receipt, problems);
        if (!receipt.isSigned()) problems.add("choice", t("liaison.problem.decide.NOTHING"));
        if (problems.any()) return pageOf(actor, note, child, null, problems);
        decisions.keep(actor, note, decisions.about(child, actor.person()), null, null, false);
        return Redirect.to(placeOf(note, child)).saying("liaison.withdrawn");
    }

    private void refuse(Note note, Receipt receipt, Problems problems) {
        var verdict = LiaisonPolicy.mayDecide(receipt.signs(), note.deadline(), decisions.today());
        if (verdict != LiaisonPolicy.Deciding.ALLOWED)
            problems.add("choice", t("liaison.problem.decide." + verdict));
    }

    private DecisionPage pageOf(
            Actor actor,
            Note note,
            long child,
            @org.jspecify.annotations.Nullable DecisionForm typed,
            Problems problems) {
        var receipt = reading.receiptFor(actor, note, child);
        var history = decisions.historyOf(note, child, actor.person());
        var last = receipt.isSigned() && !history.isEmpty() ? history.getFirst() : null;
        return new DecisionPage(
                note,
                receipt,
                decisions.choicesOf(note),
                history,
                typed == null ? DecisionForm.of(last) : typed,
                LiaisonPolicy.mayDecide(receipt.signs(), note.deadline(), decisions.today()),
                problems);
    }

    private Note requestFor(Actor actor, long number) {
        return notes.visibleTo(actor, number).filter(Note::authorises).orElseThrow(NotFound::new);
    }

    private static String placeOf(Note note, long child) {
        return note.path() + "/decision/" + child;
    }
}
