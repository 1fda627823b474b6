package fr.preau.liaison;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.print.Pdf;
import fr.preau.web.Actor;
import fr.preau.web.Csv;
import fr.preau.web.Dates;
import fr.preau.web.For;
import fr.preau.web.Markdown;
import fr.preau.web.NotFound;
import fr.preau.web.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was answered to a request: counted, listed, taken away; and the receipt of each answer. */
@Controller
class DecisionsController {
    private static final int EXCERPT = 900;

    private final Notes notes;
    private final Following following;
    private final Decisions decisions;
    private final Pdf pdf;

    DecisionsController(Notes notes, Following following, Decisions decisions, Pdf pdf) {
        this.notes = notes;
        this.following = following;
        this.decisions = decisions;
        this.pdf = pdf;
    }

    @GetMapping("/liaison/{number}/decisions")
    @For(TEACHER)
    View show(Actor actor, @PathVariable long number) {
        return pageOf(actor, requestFor(actor, number));
    }

    @GetMapping("/liaison/{number}/decisions.csv")
    @For(TEACHER)
    ResponseEntity<byte[]> take(Actor actor, @PathVariable long number) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(t("liaison.decisions.csv").split(";")));
        for (var child : pageOf(actor, requestFor(actor, number)).children())
            for (var guardian : child.guardians()) lines.add(line(child, guardian));
        return Csv.download(lines, t("liaison.decisions.file", number) + ".csv");
    }

    private static List<String> line(FollowPage.Child child, FollowPage.Guardian guardian) {
        var answer = guardian.answer();
        return List.of(
                child.name(),
                child.classLabel() == null ? "" : child.classLabel(),
                DecisionsPage.outcome(child),
                guardian.name(),
                answer == null ? "" : answer.label(),
                answer == null || answer.condition() == null ? "" : answer.condition(),
                guardian.signedAt() == null ? "" : Dates.onPaper(guardian.signedAt()),
                guardian.onPaper() ? t("liaison.step.PAPER") : "");
    }

    /** For the guardian who gave it, and for those who see the child's line. */
    @GetMapping("/liaison/{number}/decisions/{decision}/receipt")
    @For({GUARDIAN, TEACHER})
    ResponseEntity<byte[]> receipt(
            Actor actor, @PathVariable long number, @PathVariable long decision) {
        var note = requestFor(actor, number);
        var one =
                decisions
                        .find(note, decision)
                        .filter(found -> isFor(actor, note, found))
                        .orElseThrow(NotFound::new);
        var paper =
                pdf.of(
                        "liaison/_receipt-paper.jte",
                        "receipt.css",
                        Map.of(
                                "note",
                                note,
                                "decision",
                                one,
                                "asked",
                                asked(note, one),
                                "choices",
                                decisions.choicesOf(note)));
        return Pdf.download(paper, t("liaison.receipt.file", number, decision) + ".pdf");
    }

    /** The words answered to; once corrected they are others, and the receipt says so. */
    private String asked(Note note, Decision decision) {
        var same =
                decision.content() != null && decision.content().contains(decisions.textHash(note));
        return same ? Markdown.excerpt(note.body(), EXCERPT) : t("liaison.receipt.corrected");
    }

    private boolean isFor(Actor actor, Note note, Decision decision) {
        return actor.profile() == GUARDIAN
                ? decision.guardian() == actor.person()
                : following.childrenOf(actor, note).stream()
                        .anyMatch(child -> child.id() == decision.child());
    }

    private DecisionsPage pageOf(Actor actor, Note note) {
        return new DecisionsPage(
                note,
                decisions.choicesOf(note),
                following.childrenOf(actor, note),
                decisions.isWhole(note));
    }

    private Note requestFor(Actor actor, long number) {
        return notes.visibleTo(actor, number).filter(Note::authorises).orElseThrow(NotFound::new);
    }
}
