package fr.preau.home;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** A page that the law asks for, open to everybody: accessibility, personal data, legal notice. */
public record PublicPage(String name, String html) implements Page {
    @Override
    public String title() {
        return t("home.public." + name);
    }

    @Override
    public boolean bare() {
        return true;
    }
}
