package fr.preau.schoolyear;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.View;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The rehearsal as each profile will live it. */
@Controller
class PreviewController {
    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @For({TEACHER, GUARDIAN, PUPIL})
    @GetMapping("/year/preview")
    View preview(Actor actor) {
        if (actor.profile() != TEACHER) return families(actor);
        if (!previews.isOpenTo(actor)) throw new NotFound();
        return new PreviewPage(
                actor.profile(), List.of(), previews.classesOf(actor), previews.pupilsOf(actor));
    }

    private View families(Actor actor) {
        var children = previews.childrenOf(actor);
        if (children.isEmpty()) throw new NotFound();
        return new PreviewPage(actor.profile(), children, List.of(), List.of());
    }
}
