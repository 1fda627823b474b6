package fr.preau.liaison;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.FormDrafts;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the school does with a note after sending: remind, correct, close or reopen the answers. */
@Controller
class FollowController {
    private final Notes notes;
    private final Following following;
    private final Reminders reminders;
    private final Corrections corrections;
    private final Drafts drafts;
    private final Clock clock;

    FollowController(
            Notes notes,
            Following following,
            Reminders reminders,
            Corrections corrections,
            Drafts drafts,
            Clock clock) {
        this.notes = notes;
        this.following = following;
        this.reminders = reminders;
        this.corrections = corrections;
        this.drafts = drafts;
        this.clock = clock;
    }

    @PostMapping("/liaison/{number}/reminder")
    @For(TEACHER)
    View remind(Actor actor, @PathVariable long number) {
        var note = noteFor(actor, number);
        var page = following.pageOf(actor, note, "", new Problems());
        var last = page.lastReminder();
        var verdict =
                LiaisonPolicy.mayRemind(
                        page.waiting(), last == null ? null : last.at(), clock.instant());
        if (verdict != LiaisonPolicy.Reminding.ALLOWED) {
            return following.pageOf(
                    actor,
                    note,
                    "",
                    new Problems().add("reminder", t("liaison.problem.remind." + verdict)));
        }
        reminders.remind(actor, note);
        return Redirect.to(note.path()).saying("liaison.reminded");
    }

    @GetMapping("/liaison/{number}/correction")
    @For(TEACHER)
    View correction(Actor actor, @PathVariable long number) {
        var note = correctable(actor, number);
        var draft = drafts.of(actor.account(), "correction-" + number);
        var form = draft.map(kept -> NoteForm.of(kept.fields())).orElse(NoteForm.of(note));
        return new CorrectionPage(
                note,
                form,
                false,
                new Problems(),
                draft.map(FormDrafts.Draft::savedAt).orElse(null),
                today());
    }

    @PostMapping("/liaison/{number}/correction")
    @For(TEACHER)
    View correct(
            Actor actor,
            @PathVariable long number,
            NoteForm form,
            @RequestParam(defaultValue = "false") boolean again) {
        var note = correctable(actor, number);
        var problems = new Problems();
        form.checkWords(problems);
        // A deadline that has passed may stay; a new one may not be in the past.
        if (note.deadline() == null || !form.deadline().equals(note.deadline().toString()))
            form.checkDeadline(problems, today());
        if (note.authorises() && form.deadline().isEmpty())
            problems.add("deadline", t("liaison.problem.deadline.MISSING"));
        if (problems.any()) return new CorrectionPage(note, form, again, problems, null, today());

        // An answer given to other words is asked for anew.
        corrections.correct(actor, note, form, again || note.authorises());
        drafts.discard(actor.account(), "correction-" + number);
        return Redirect.to(note.path()).saying("liaison.corrected");
    }

    @PostMapping("/liaison/{number}/replies")
    @For(TEACHER)
    View replies(Actor actor, @PathVariable long number, @RequestParam boolean open) {
        var note = correctable(actor, number);
        notes.openReplies(note, open);
        return Redirect.to(note.path())
                .saying(open ? "liaison.replies.opened" : "liaison.replies.closed");
    }

    private Note correctable(Actor actor, long number) {
        var note = noteFor(actor, number);
        if (!LiaisonPolicy.mayCorrect(actor, note)) throw new NotFound();
        return note;
    }

    private Note noteFor(Actor actor, long number) {
        return notes.visibleTo(actor, number).orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
