package fr.preau.home;

import fr.preau.web.Ambience;
import fr.preau.web.Mode;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.View;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The component gallery: for those who build and check the screens, never in production. */
@Controller
class GalleryController {
    private final Mode mode;

    GalleryController(Mode mode) {
        this.mode = mode;
    }

    @Public
    @GetMapping("/atelier/composants")
    View show(
            @RequestParam(defaultValue = "adulte") String ambience,
            @RequestParam(defaultValue = "light") String theme) {
        if (!mode.isPlayground()) throw new NotFound();
        return new GalleryPage(ambience(ambience), theme.equals("dark") ? "dark" : "light");
    }

    private static Ambience ambience(String asked) {
        for (var ambience : Ambience.values()) {
            if (ambience.attribute().equals(asked.toLowerCase(Locale.ROOT))) return ambience;
        }
        return Ambience.ADULTE;
    }
}
