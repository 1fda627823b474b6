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

/** The files of a reported message, for whoever may decide about it. */
@Controller
class ReportedFilesController {
    private final ReportedFiles reported;
    private final StoredFiles files;

    ReportedFilesController(ReportedFiles reported, StoredFiles files) {
        this.reported = reported;
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
        var found = found(actor, report, file);
        return found.kind() == StoredFile.Kind.IMAGE ? files.show(found) : files.play(found);
    }

    @GetMapping("/vigilance/reports/{report}/files/{file}/thumbnail")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    ResponseEntity<Resource> showSmall(
            Actor actor, @PathVariable long report, @PathVariable long file) {
        return reported.thumbnail(found(actor, report, file));
    }

    private StoredFile found(Actor actor, long report, long file) {
        return reported.find(actor, report, file).orElseThrow(NotFound::new);
    }
}
