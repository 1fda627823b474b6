package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What accounting answers: brought, looked at, confirmed. */
@Controller
class AnswersController {
    private static final String HERE = "/revenue-imports";
    private static final int LONGEST_NAME = 60;

    private final Answers answers;
    private final Confirmation confirmation;

    AnswersController(Answers answers, Confirmation confirmation) {
        this.answers = answers;
        this.confirmation = confirmation;
    }

    @For(Profile.SUPERVISION)
    @GetMapping(HERE)
    View ask(Actor actor) {
        lead(actor);
        return new ImportsPage(answers.latest(), new Problems());
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE)
    View read(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file) {
        lead(actor);
        try {
            if (file == null || file.isEmpty()) throw new Unreadable("none");
            if (file.getSize() > AnswerFile.MOST_BYTES) throw new Unreadable("heavy");
            var bytes = file.getBytes();
            var number = answers.keep(actor, name(file), bytes, AnswerFile.read(bytes));
            return Redirect.to(HERE + "/" + number);
        } catch (Unreadable unreadable) {
            return new ImportsPage(
                    answers.latest(), new Problems().add("file", unreadable.sentence()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of what the browser says, short enough to be shown. */
    private static String name(MultipartFile file) {
        var said = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var name = said.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "").strip();
        if (name.isEmpty()) return t("revenue.import.file");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    @For(Profile.SUPERVISION)
    @GetMapping(HERE + "/{answers}")
    View look(Actor actor, @PathVariable("answers") long id) {
        var file = answers.find(actor, id).orElseThrow(NotFound::new);
        return new ImportPage(file, answers.judged(file));
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/{answers}/confirmation")
    View confirm(Actor actor, @PathVariable("answers") long id) {
        var file = answers.lock(actor, id).orElseThrow(NotFound::new);
        if (!file.isPreview()) return Redirect.to(file.path()).saying("revenue.import.over");
        confirmation.carryOut(actor, file);
        return Redirect.to(file.path()).saying("revenue.import.done");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/{answers}/removal")
    View leave(Actor actor, @PathVariable("answers") long id) {
        var file = answers.lock(actor, id).orElseThrow(NotFound::new);
        if (!file.isPreview()) return Redirect.to(file.path()).saying("revenue.import.over");
        answers.leave(actor, file);
        return Redirect.to(HERE).saying("revenue.import.left");
    }

    private static void lead(Actor actor) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
    }
}
