package fr.preau.home;

import static fr.preau.web.Wording.t;

import fr.preau.web.Ambience;
import fr.preau.web.Page;
import java.util.List;

/** Every component in one ambience and one theme; the shop window of the design system. */
public record GalleryPage(Ambience ambience, String theme) implements Page {
    public List<Ambience> ambiences() {
        return List.of(Ambience.values());
    }

    public List<String> themes() {
        return List.of("light", "dark");
    }

    @Override
    public String title() {
        return t("home.gallery.title");
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "wide";
    }
}
