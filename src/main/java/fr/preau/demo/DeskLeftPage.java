package fr.preau.demo;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** Signed out at the other door as well, as the demo plays it. */
public record DeskLeftPage(String door) implements Page {
    @Override
    public String title() {
        return t("demo.desk.left");
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
