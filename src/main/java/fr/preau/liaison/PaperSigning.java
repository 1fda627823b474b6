package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.Problems;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the school reads on a paper: a signature, and for a request the answer that was ticked. It
 * may come back after the deadline: what counts is when it was signed, which the school judges.
 */
@Component
class PaperSigning {
    private final Coupons coupons;
    private final Decisions decisions;

    PaperSigning(Coupons coupons, Decisions decisions) {
        this.coupons = coupons;
        this.decisions = decisions;
    }

    List<Choice> choicesOf(Note note) {
        return note.authorises() ? decisions.choicesOf(note) : List.of();
    }

    Problems check(Note note, DecisionForm answer) {
        var problems = new Problems();
        if (note.authorises()) answer.check(choicesOf(note), problems);
        return problems;
    }

    /** The answer has been checked; false when the guardian has signed in the meantime. */
    boolean sign(Actor actor, Note note, PaperLine line, DecisionForm answer) {
        if (!coupons.sign(actor, note, line)) return false;
        if (note.authorises()) {
            var chosen = answer.chosen(choicesOf(note)).orElseThrow();
            decisions.keep(
                    actor,
                    note,
                    Decisions.About.of(line),
                    chosen,
                    answer.conditionOf(chosen),
                    true);
        }
        return true;
    }

    void unsign(Actor actor, Note note, PaperLine line) {
        if (coupons.unsign(actor, note, line) && note.authorises())
            decisions.keep(actor, note, Decisions.About.of(line), null, null, true);
    }
}
