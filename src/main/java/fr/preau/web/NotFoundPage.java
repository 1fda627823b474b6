package fr.preau.web;

import static fr.preau.web.Wording.t;

/** Absent or forbidden: nobody can tell which. */
public record NotFoundPage() implements Page {
    @Override
    public String title() {
        return t("web.not-found.title");
    }

    @Override
    public int status() {
        return 404;
    }
}
