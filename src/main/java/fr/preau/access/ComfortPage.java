package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Comfort;
import fr.preau.web.Page;

/** Reading comfort: light, letters, size, spacing, contrast, movement. */
public record ComfortPage(Comfort comfort) implements Page {
    @Override
    public String title() {
        return t("access.comfort.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
