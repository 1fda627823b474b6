package fr.preau.home;

import static fr.preau.web.Wording.t;

import fr.preau.web.Ambience;
import fr.preau.web.Page;
import java.util.List;

/** All the components in one ambience and one light. */
public record GalleryPage(Ambience ambience, String theme) implements Page {
    static final List<String> THEMES = List.of("light", "dark");

    @Override
    public String title() {
        return t("home.gallery");
    }

    @Override
    public String width() {
        return "wide";
    }

    public Ambience[] ambiences() {
        return Ambience.values();
    }

    public List<String> themes() {
        return THEMES;
    }

    public boolean isAt(Ambience other, String light) {
        return ambience == other && theme.equals(light);
    }

    public String name(Ambience other, String light) {
        return t("home.gallery." + other.name()) + ", " + t("home.gallery." + light);
    }
}
