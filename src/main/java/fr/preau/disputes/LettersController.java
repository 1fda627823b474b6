package fr.preau.disputes;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.print.Pdf;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The two registered letters, to print, sign and send. */
@Controller
class LettersController {
    private final Folders folders;
    private final Letters letters;
    private final Pdf pdf;

    LettersController(Folders folders, Letters letters, Pdf pdf) {
        this.folders = folders;
        this.letters = letters;
        this.pdf = pdf;
    }

    /** Lettre de mise en demeure: the griefs, and conciliation asked for. */
    @For({TOWN, SUPERVISION})
    @GetMapping("/disputes/{dispute}/formal-notice.pdf")
    ResponseEntity<byte[]> formalNotice(Actor actor, @PathVariable long dispute) {
        return letter(folders.read(actor, dispute), StepKind.OPENED, "formal-notice");
    }

    /** The second letter, once its reasons are written. */
    @For({TOWN, SUPERVISION})
    @GetMapping("/disputes/{dispute}/termination-notice.pdf")
    ResponseEntity<byte[]> terminationNotice(Actor actor, @PathVariable long dispute) {
        return letter(folders.read(actor, dispute), StepKind.REASONS, "termination-notice");
    }

    private ResponseEntity<byte[]> letter(Folder folder, StepKind text, String name) {
        var written = folder.course().last(text).orElseThrow(NotFound::new);
        var paper =
                pdf.of(
                        "disputes/_" + name + ".jte",
                        "letter.css",
                        Map.of("letter", letters.of(folder, written)));
        return Pdf.download(
                paper, t("disputes.letter.file." + name, folder.agreement().reference()) + ".pdf");
    }
}
