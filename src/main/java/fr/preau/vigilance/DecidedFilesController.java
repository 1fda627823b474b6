package fr.preau.vigilance;

import fr.preau.storage.StoredFile;
import fr.preau.storage.StoredFiles;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a message that is reported or waits, for whoever may decide about it. */
@Controller
class DecidedFilesController {
    private final DecidedFiles decided;
    private final StoredFiles files;

    DecidedFilesController(DecidedFiles decided, StoredFiles files) {
        this.decided = decided;
        this.files = files;
    }

    /** Saved on the device. */
    @GetMapping("/vigilance/reports/{report}/files/{file}")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    ResponseEntity<Resource> save(Actor actor, @PathVariable long report, @PathVariable long file) {
        return files.download(found(actor, report, file));
    }

    /** Seen or heard in the page: an image, a sound, a film. */
    @GetMapping("/vigilance/reports/{report}/files/{file}/shown")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    ResponseEntity<Resource> show(Actor actor, @PathVariable long report, @PathVariable long file) {
        return shown(found(actor, report, file));
    }

    @GetMapping("/vigilance/reports/{report}/files/{file}/thumbnail")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    ResponseEntity<Resource> showSmall(
            Actor actor, @PathVariable long report, @PathVariable long file) {
        return decided.thumbnail(found(actor, report, file));
    }

    /** Saved on the device. */
    @GetMapping("/vigilance/messages/{waiting}/files/{file}")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    ResponseEntity<Resource> saveWaiting(
            Actor actor, @PathVariable("waiting") long message, @PathVariable long file) {
        return files.download(waiting(actor, message, file));
    }

    @GetMapping("/vigilance/messages/{waiting}/files/{file}/shown")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    ResponseEntity<Resource> showWaiting(
            Actor actor, @PathVariable("waiting") long message, @PathVariable long file) {
        return shown(waiting(actor, message, file));
    }

    @GetMapping("/vigilance/messages/{waiting}/files/{file}/thumbnail")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    ResponseEntity<Resource> showSmallWaiting(
            Actor actor, @PathVariable("waiting") long message, @PathVariable long file) {
        return decided.thumbnail(waiting(actor, message, file));
    }

    private ResponseEntity<Resource> shown(StoredFile file) {
        return file.kind() == StoredFile.Kind.IMAGE ? files.show(file) : files.play(file);
    }

    private StoredFile waiting(Actor actor, long message, long file) {
        return decided.findWaiting(actor, message, file).orElseThrow(NotFound::new);
    }

    private StoredFile found(Actor actor, long report, long file) {
        return decided.find(actor, report, file).orElseThrow(NotFound::new);
    }
}
