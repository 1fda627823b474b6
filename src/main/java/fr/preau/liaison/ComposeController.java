package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.directory.Circles;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Writing a note and sending it. */
@Controller
class ComposeController {
    private final Circles circles;
    private final Drafts drafts;
    private final SendNote sendNote;
    private final Clock clock;

    ComposeController(Circles circles, Drafts drafts, SendNote sendNote, Clock clock) {
        this.circles = circles;
        this.drafts = drafts;
        this.sendNote = sendNote;
        this.clock = clock;
    }

    @GetMapping("/liaison/new")
    @For(Profile.TEACHER)
    View compose(Actor actor) {
        var draft = drafts.of(actor.account(), Drafts.NEW);
        var form = draft.map(kept -> NoteForm.of(kept.fields())).orElse(NoteForm.EMPTY);
        return new ComposePage(
                form,
                draft.map(kept -> ChoicesForm.of(kept.fields()))
                        .orElse(new ChoicesForm(null, null)),
                circles.familiesFor(actor, form.to()),
                new Problems(),
                draft.map(Drafts.Draft::savedAt).orElse(null),
                today());
    }

    @PostMapping("/liaison")
    @For(Profile.TEACHER)
    View send(Actor actor, NoteForm form, ChoicesForm choices) {
        var picker = circles.familiesFor(actor, form.to());
        var problems = form.check(today());
        choices.check(form, problems);
        var verdict = LiaisonPolicy.maySend(form.to(), picker);
        if (verdict != LiaisonPolicy.Sending.ALLOWED)
            problems.add("to", t("liaison.problem.to." + verdict));
        if (problems.any()) return new ComposePage(form, choices, picker, problems, null, today());

        var note = sendNote.send(actor, form, choices.choices(), picker);
        return Redirect.to("/liaison/" + note).saying("liaison.sent");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
