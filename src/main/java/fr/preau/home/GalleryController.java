package fr.preau.home;

import fr.preau.web.Ambience;
import fr.preau.web.Mode;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.View;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every component on one page, in each ambience by day and by night; not in production. */
@Controller
class GalleryController {
    private final Mode mode;

    GalleryController(Mode mode) {
        this.mode = mode;
    }

    @Public
    @GetMapping("/atelier/composants")
    View components(
            @RequestParam(defaultValue = "adulte") String ambience,
            @RequestParam(defaultValue = "light") String theme) {
        if (!mode.isPlayground()) throw new NotFound();
        var known =
                Arrays.stream(Ambience.values())
                        .filter(one -> one.attribute().equals(ambience))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (!GalleryPage.THEMES.contains(theme)) throw new NotFound();
        return new GalleryPage(known, theme);
    }
}
