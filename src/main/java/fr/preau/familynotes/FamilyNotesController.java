package fr.preau.familynotes;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The notes that a guardian has sent; those that the school reads and answers. */
@Controller
class FamilyNotesController {
    static final String PLACE = "/liaison/family-notes";

    private static final int PAGE = 20;

    /** More than most people leave without an answer; the rest is on the pages that follow. */
    private static final int MOST_WAITING = 60;

    private final FamilyNotes notes;
    private final Pauses pauses;
    private final FamilyDrafts drafts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    FamilyNotesController(
            FamilyNotes notes,
            Pauses pauses,
            FamilyDrafts drafts,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.notes = notes;
        this.pauses = pauses;
        this.drafts = drafts;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * {@code before}: the number of a note, for those before it; {@code after}: the number of one
     * that waits, for those whose turn is after it.
     */
    @GetMapping(PLACE)
    @For({GUARDIAN, TEACHER})
    View list(
            Actor actor,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "0") long after) {
        if (actor.profile() == GUARDIAN)
            return SentPage.of(notes.sentBy(actor, before, PAGE + 1), PAGE, before);
        return ReceivedPage.of(
                waiting(actor, before, after),
                after > 0 ? List.of() : notes.doneFor(actor, before, PAGE + 1),
                PAGE,
                before == 0 && after == 0,
                pauses.of(actor));
    }

    /** On the pages of those that are done, only how many wait. */
    private ReceivedPage.Waiting waiting(Actor actor, long before, long after) {
        var all = notes.countWaiting(actor, 0);
        if (before > 0) return new ReceivedPage.Waiting(List.of(), all, 0);
        var shown = notes.waitingFor(actor, after, MOST_WAITING);
        var left = after == 0 ? all : notes.countWaiting(actor, after);
        return new ReceivedPage.Waiting(shown, all, left - shown.size());
    }

    @GetMapping(PLACE + "/{familyNote}")
    @For({GUARDIAN, TEACHER})
    View show(Actor actor, @PathVariable long familyNote) {
        var note = noteFor(actor, familyNote);
        if (actor.profile() == GUARDIAN) return FamilyNotePage.ofAuthor(note, new Problems());
        return FamilyNotePage.ofSchool(
                note,
                drafts.of(actor.account(), "answer-" + familyNote)
                        .map(draft -> draft.first("words"))
                        .orElse(null),
                new Problems());
    }

    /** {@code back}: {@code list} when the button was there. */
    @PostMapping(PLACE + "/{familyNote}/answer")
    @For(TEACHER)
    View answer(
            Actor actor,
            @PathVariable long familyNote,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String back) {
        var note = noteFor(actor, familyNote);
        var said = Typed.clean(words).strip();
        var chosen = Answer.of(answer).orElse(null);
        var verdict = FamilyNotePolicy.mayAnswer(note, chosen, said);
        if (chosen == null || verdict != FamilyNotePolicy.Answering.ALLOWED)
            return refused(note, said, verdict);
        if (!answer(actor, note, chosen, said))
            return refused(noteFor(actor, familyNote), said, FamilyNotePolicy.Answering.RECALLED);
        return Redirect.to(back.equals("list") ? PLACE : note.path())
                .saying("familynotes.answered");
    }

    private static View refused(FamilyNote note, String words, FamilyNotePolicy.Answering verdict) {
        return FamilyNotePage.ofSchool(
                note,
                words,
                new Problems()
                        .add(
                                verdict == FamilyNotePolicy.Answering.RECALLED ? "recall" : "words",
                                t("familynotes.problem.answer." + verdict)));
    }

    private boolean answer(Actor actor, FamilyNote note, Answer answer, String words) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!notes.answer(actor, note, answer, words, Timestamp.from(at))) return false;
        drafts.discard(actor.account(), "answer-" + note.id());
        facts.publishEvent(
                new FamilyNoteAnswered(
                        note.school(),
                        note.id(),
                        note.child(),
                        actor.account(),
                        actor.person(),
                        at));
        return true;
    }

    /** Its author takes it back; done twice, nothing happens twice. */
    @PostMapping(PLACE + "/{familyNote}/recall")
    @For(GUARDIAN)
    View recall(Actor actor, @PathVariable long familyNote) {
        var note = noteFor(actor, familyNote);
        var verdict = FamilyNotePolicy.mayRecall(note);
        if (verdict == FamilyNotePolicy.Recalling.ANSWERED
                || verdict == FamilyNotePolicy.Recalling.ALLOWED && !notes.recall(note))
            return FamilyNotePage.ofAuthor(
                    noteFor(actor, familyNote),
                    new Problems().add("recall", t("familynotes.problem.recall.ANSWERED")));
        if (verdict == FamilyNotePolicy.Recalling.ALLOWED)
            facts.publishEvent(
                    new FamilyNoteRecalled(
                            note.school(),
                            note.id(),
                            note.child(),
                            actor.account(),
                            actor.person()));
        return Redirect.to(note.path())
                .saying(
                        note.kind() == Kind.PICK_UP
                                ? "familynotes.recalled.flash.pick-up"
                                : "familynotes.recalled.flash");
    }

    private FamilyNote noteFor(Actor actor, long number) {
        var note =
                actor.profile() == GUARDIAN
                        ? notes.sentBy(actor, number)
                        : notes.forSchool(actor, number);
        return note.orElseThrow(NotFound::new);
    }
}
