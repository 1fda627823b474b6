package fr.preau.liaison;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A guardian's signature and answer, each for one child. */
@Controller
class AnswersController {
    private static final String PLACE = "/|/liaison(\\?[a-z0-9=&-]*)?";

    private final Notes notes;
    private final Receipts receipts;
    private final Reading reading;
    private final Drafts drafts;

    AnswersController(Notes notes, Receipts receipts, Reading reading, Drafts drafts) {
        this.notes = notes;
        this.receipts = receipts;
        this.reading = reading;
        this.drafts = drafts;
    }

    /**
     * {@code back}: where the button was; the home, a list with its filters, else the note itself.
     */
    @PostMapping("/liaison/{number}/signature")
    @For(GUARDIAN)
    View sign(
            Actor actor,
            @PathVariable long number,
            @RequestParam long child,
            @RequestParam(defaultValue = "") String back) {
        var note = noteFor(actor, number);
        var receipt = reading.receiptFor(actor, note, child);
        if (note.authorises())
            return reading.refuse(
                    actor,
                    note,
                    new Problems().add("sign-" + child, t("liaison.problem.sign.CHOOSE")),
                    null);
        var verdict = LiaisonPolicy.maySign(receipt.signs(), receipt.isSigned());
        if (verdict == LiaisonPolicy.Signing.READS_ONLY) {
            return reading.refuse(
                    actor,
                    note,
                    new Problems()
                            .add(
                                    "sign-" + child,
                                    t("liaison.problem.sign.READS_ONLY", receipt.firstName())),
                    null);
        }
        receipts.sign(actor, note, child);
        return Redirect.to(placeOf(back, note)).saying("liaison.signed");
    }

    @PostMapping("/liaison/{number}/reply")
    @For(GUARDIAN)
    View reply(
            Actor actor,
            @PathVariable long number,
            @RequestParam long child,
            @RequestParam(defaultValue = "") String text) {
        var note = noteFor(actor, number);
        var receipt = reading.receiptFor(actor, note, child);
        var words = Typed.clean(text).strip();
        var verdict = LiaisonPolicy.mayReply(note.repliesOpen() && !receipt.gone(), words);
        if (verdict != LiaisonPolicy.Replying.ALLOWED) {
            var problems =
                    new Problems().add("reply-" + child, t("liaison.problem.reply." + verdict));
            return reading.refuse(actor, note, problems, new ReadPage.Typed(child, words));
        }
        receipts.reply(actor, note, receipt, words);
        drafts.discard(actor.account(), "reply-" + number + "-" + child);
        return Redirect.to(note.path()).saying("liaison.replied");
    }

    private Note noteFor(Actor actor, long number) {
        return notes.visibleTo(actor, number).orElseThrow(NotFound::new);
    }

    private static String placeOf(String back, Note note) {
        return back.matches(PLACE) ? back : note.path();
    }
}
