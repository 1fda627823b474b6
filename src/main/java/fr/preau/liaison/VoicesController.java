package fr.preau.liaison;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.directory.Circles;
import fr.preau.storage.StoredFiles;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The recording of a note: brought while it is written, heard by all who may read it. */
@Controller
class VoicesController {
    private final Notes notes;
    private final Voices voices;
    private final Drafts drafts;
    private final Circles circles;
    private final Telling telling;
    private final StoredFiles files;
    private final Clock clock;

    VoicesController(
            Notes notes,
            Voices voices,
            Drafts drafts,
            Circles circles,
            Telling telling,
            StoredFiles files,
            Clock clock) {
        this.notes = notes;
        this.voices = voices;
        this.drafts = drafts;
        this.circles = circles;
        this.telling = telling;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/liaison/{number}/voice")
    @For({PUPIL, GUARDIAN, TEACHER})
    ResponseEntity<Resource> hear(Actor actor, @PathVariable long number) {
        return notes.visibleTo(actor, number)
                .flatMap(voices::of)
                .map(files::play)
                .orElseThrow(NotFound::new);
    }

    /** What the author has brought for the note that they are writing. */
    @GetMapping("/liaison/new/voice")
    @For(TEACHER)
    ResponseEntity<Resource> hearOwn(Actor actor, @RequestParam(defaultValue = "") String of) {
        var voice = voices.brought(actor, of);
        if (voice == null) throw new NotFound();
        return files.play(voice);
    }

    /** Keeps the recording, and with it the note as it is written so far. */
    @PostMapping("/liaison/new/voice")
    @For(TEACHER)
    View bring(
            Actor actor,
            NoteForm form,
            ChoicesForm choices,
            UrgentForm urgent,
            @RequestParam(required = false) @Nullable MultipartFile recording,
            HttpServletRequest request) {
        var fields = new HashMap<String, String[]>(request.getParameterMap());
        if (recording != null && !recording.isEmpty()) {
            var problems = new Problems();
            var voice = voices.keep(actor, recording, problems);
            if (voice == null) return refused(actor, form, choices, urgent, problems, fields);
            fields.put("voice", new String[] {voice.called()});
            fields.remove("voiceless");
        }
        if (!drafts.save(actor.account(), Drafts.NEW, fields)) {
            var problems = new Problems().add("recording", t("liaison.problem.draft"));
            return refused(actor, form, choices, urgent, problems, fields);
        }
        return Redirect.to("/liaison/new");
    }

    private View refused(
            Actor actor,
            NoteForm form,
            ChoicesForm choices,
            UrgentForm urgent,
            Problems problems,
            Map<String, String[]> fields) {
        var earlier = fields.getOrDefault("voice", new String[] {""})[0];
        var picker = circles.familiesFor(actor, form.to());
        return new ComposePage(
                form,
                choices,
                urgent,
                picker,
                problems,
                null,
                LocalDate.now(clock),
                voices.brought(actor, earlier),
                telling.heldUntil(picker),
                telling.mayDisturb(actor, picker));
    }
}
