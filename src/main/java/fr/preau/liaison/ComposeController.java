package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.directory.Circles;
import fr.preau.web.FormDrafts;
import fr.preau.directory.Picker;
import fr.preau.quiet.Urgent;
import fr.preau.storage.StoredFile;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.Instant;
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
    private final Telling telling;
    private final Clock clock;

    ComposeController(
            Circles circles,
            Drafts drafts,
            SendNote sendNote,
            Voices voices,
            Telling telling,
            Clock clock) {
        this.circles = circles;
        this.drafts = drafts;
        this.sendNote = sendNote;
        this.voices = voices;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping("/liaison/new")
    @For(Profile.TEACHER)
    View compose(Actor actor) {
        var draft = drafts.of(actor.account(), Drafts.NEW);
        var form = draft.map(kept -> NoteForm.of(kept.fields())).orElse(NoteForm.EMPTY);
        return page(
                actor,
                form,
                draft.map(kept -> ChoicesForm.of(kept.fields()))
                        .orElse(new ChoicesForm(null, null)),
                draft.map(kept -> UrgentForm.of(kept.fields())).orElse(UrgentForm.NO),
                circles.familiesFor(actor, form.to()),
                new Problems(),
                draft.map(FormDrafts.Draft::savedAt).orElse(null),
                draft.map(kept -> voices.drafted(actor, kept.fields())).orElse(null));
    }

    @PostMapping("/liaison")
    @For(Profile.TEACHER)
    View send(
            Actor actor,
            NoteForm form,
            ChoicesForm choices,
            UrgentForm urgent,
            @RequestParam(defaultValue = "") String voice,
            @RequestParam(defaultValue = "false") boolean voiceless,
            @RequestParam(required = false) @Nullable MultipartFile recording) {
        var picker = circles.familiesFor(actor, form.to());
        var problems = form.check(today());
        choices.check(form, problems);
        var verdict = LiaisonPolicy.maySend(form.to(), picker);
        if (verdict != LiaisonPolicy.Sending.ALLOWED)
            problems.add("to", t("liaison.problem.to." + verdict));
        else if (urgent.asked())
            checkUrgent(problems, actor, SendNote.schoolOf(picker), urgent.reason());
        var spoken = voiceless ? null : voices.brought(actor, voice);
        if (recording != null && !recording.isEmpty()) {
            var brought = voices.keep(actor, recording, problems);
            if (brought != null) spoken = brought;
        }
        if (problems.any())
            return page(actor, form, choices, urgent, picker, problems, null, spoken);

        var note = sendNote.send(actor, form, choices.choices(), picker, urgent);
        if (spoken != null) voices.send(actor, note, spoken);
        return Redirect.to("/liaison/" + note).saying("liaison.sent");
    }

    private void checkUrgent(Problems problems, Actor actor, long school, String reason) {
        var verdict = telling.verdict(actor, school, reason);
        if (verdict != Urgent.Verdict.ALLOWED)
            problems.add(
                    verdict == Urgent.Verdict.NOT_DIRECTOR ? "urgent" : "reason",
                    t("liaison.problem.urgent." + verdict));
    }

    private ComposePage page(
            Actor actor,
            NoteForm form,
            ChoicesForm choices,
            UrgentForm urgent,
            Picker picker,
            Problems problems,
            @Nullable Instant draftFrom,
            @Nullable StoredFile voice) {
        return new ComposePage(
                form,
                choices,
                urgent,
                picker,
                problems,
                draftFrom,
                today(),
                voice,
                telling.heldUntil(picker),
                telling.mayDisturb(actor, picker));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
