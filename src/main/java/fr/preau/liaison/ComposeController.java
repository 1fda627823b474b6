package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.directory.Circles;
import fr.preau.web.FormDrafts;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Writing a note and sending it. */
@Controller
class ComposeController {
    private final Circles circles;
    private final Drafts drafts;
    private final SendNote sendNote;
    private final Voices voices;
    private final Clock clock;

    ComposeController(
            Circles circles, Drafts drafts, SendNote sendNote, Voices voices, Clock clock) {
        this.circles = circles;
        this.drafts = drafts;
        this.sendNote = sendNote;
        this.voices = voices;
        this.clock = clock;
    }

    @GetMapping("/liaison/new")
    @For(Profile.TEACHER)
    View compose(Actor actor) {
        var draft = drafts.of(actor.account(), Drafts.NEW);
        var form = draft.map(kept -> NoteForm.of(kept.fields())).orElse(NoteForm.EMPTY);
        return new ComposePage(
                form,
                circles.familiesFor(actor, form.to()),
                new Problems(),
                draft.map(FormDrafts.Draft::savedAt).orElse(null),
                today(),
                draft.map(kept -> voices.drafted(actor, kept.fields())).orElse(null));
    }

    @PostMapping("/liaison")
    @For(Profile.TEACHER)
    View send(
            Actor actor,
            NoteForm form,
            @RequestParam(defaultValue = "") String voice,
            @RequestParam(defaultValue = "false") boolean voiceless,
            @RequestParam(required = false) @Nullable MultipartFile recording) {
        var picker = circles.familiesFor(actor, form.to());
        var problems = form.check(today());
        var verdict = LiaisonPolicy.maySend(form.to(), picker);
        if (verdict != LiaisonPolicy.Sending.ALLOWED)
            problems.add("to", t("liaison.problem.to." + verdict));
        var spoken = voiceless ? null : voices.brought(actor, voice);
        if (recording != null && !recording.isEmpty()) {
            var brought = voices.keep(actor, recording, problems);
            if (brought != null) spoken = brought;
        }
        if (problems.any()) return new ComposePage(form, picker, problems, null, today(), spoken);

        var note = sendNote.send(actor, form, picker);
        if (spoken != null) voices.send(actor, note, spoken);
        return Redirect.to("/liaison/" + note).saying("liaison.sent");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
