package fr.preau.messages;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Keeping a message that is being written, and throwing it away. */
@Controller
class MessageDraftsController {
    private final MessageDrafts drafts;

    MessageDraftsController(MessageDrafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Called by the page every few seconds. It carries the form's own key: what arrives after the
     * sending is answered as the sending was (hence Object) and not kept again.
     */
    @PostMapping("/messages/drafts/{draft}")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    Object save(Actor actor, @PathVariable String draft, HttpServletRequest request) {
        check(draft);
        var kept = drafts.save(actor.account(), draft, request.getParameterMap());
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONTENT_TOO_LARGE)
                .build();
    }

    @PostMapping("/messages/drafts/{draft}/removal")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View discard(Actor actor, @PathVariable String draft) {
        check(draft);
        drafts.discard(actor.account(), draft);
        return Redirect.to(
                        draft.startsWith("reply-")
                                ? MessageDrafts.placeOf(draft)
                                : "/messages?box=drafts")
                .saying("messages.draft.discarded");
    }

    private static void check(String draft) {
        if (!MessageDrafts.isKey(draft)) throw new NotFound();
    }
}
