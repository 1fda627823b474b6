package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** An A4 sheet for the wall: how children enter, in three pictures. It opens nothing. */
public record PosterPage() implements Page {
    @Override
    public String title() {
        return t("access.poster.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
