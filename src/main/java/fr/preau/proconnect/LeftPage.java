package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** Préau is closed, and ProConnect as well. */
public record LeftPage() implements Page {
    @Override
    public String title() {
        return t("proconnect.left.title");
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
