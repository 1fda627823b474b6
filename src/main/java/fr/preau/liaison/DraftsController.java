package fr.preau.liaison;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Keeping what is being written, and throwing it away. */
@Controller
class DraftsController {
    private final Drafts drafts;

    DraftsController(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Called by the page every few seconds. It carries the form's own key: what arrives after the
     * sending is answered as the sending was (hence Object) and not kept again.
     */
    @PostMapping("/liaison/drafts/{key:" + Drafts.KEY + "}")
    @For({GUARDIAN, TEACHER})
    Object save(Actor actor, @PathVariable String key, HttpServletRequest request) {
        var kept = drafts.save(actor.account(), key, request.getParameterMap());
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONTENT_TOO_LARGE)
                .build();
    }

    @PostMapping("/liaison/drafts/{key:" + Drafts.KEY + "}/removal")
    @For({GUARDIAN, TEACHER})
    View discard(Actor actor, @PathVariable String key) {
        drafts.discard(actor.account(), key);
        return Redirect.to(pageOf(key)).saying("liaison.draft.discarded");
    }

    private static String pageOf(String key) {
        if (key.equals(Drafts.NEW)) return "/liaison/new";
        var parts = key.split("-");
        return "/liaison/" + parts[1] + (parts[0].equals("correction") ? "/correction" : "");
    }
}
