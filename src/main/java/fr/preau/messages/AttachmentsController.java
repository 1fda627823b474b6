package fr.preau.messages;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;

import fr.preau.storage.StoredFile;
import fr.preau.storage.StoredFiles;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a message, for those who read it. */
@Controller
class AttachmentsController {
    private final Messages messages;
    private final Attachments attachments;
    private final StoredFiles files;

    AttachmentsController(Messages messages, Attachments attachments, StoredFiles files) {
        this.messages = messages;
        this.attachments = attachments;
        this.files = files;
    }

    /** Saved on the device. */
    @GetMapping("/messages/{letter}/files/{file}")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    ResponseEntity<Resource> save(Actor actor, @PathVariable long letter, @PathVariable long file) {
        return files.download(found(actor, letter, file));
    }

    /** Seen or heard in the page: an image, a sound, a film. */
    @GetMapping("/messages/{letter}/files/{file}/shown")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    ResponseEntity<Resource> show(Actor actor, @PathVariable long letter, @PathVariable long file) {
        var found = found(actor, letter, file);
        return found.kind() == StoredFile.Kind.IMAGE ? files.show(found) : files.play(found);
    }

    @GetMapping("/messages/{letter}/files/{file}/thumbnail")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    ResponseEntity<Resource> showSmall(
            Actor actor, @PathVariable long letter, @PathVariable long file) {
        return files.thumbnail(found(actor, letter, file));
    }

    private StoredFile found(Actor actor, long letter, long file) {
        return messages.visibleTo(actor, letter)
                .flatMap(message -> attachments.of(actor, message, file))
                .orElseThrow(NotFound::new);
    }
}
