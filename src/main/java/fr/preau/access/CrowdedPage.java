package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** Too many arrive at the same moment; {@code again} is the address to try in a few seconds. */
public record CrowdedPage(String again) implements Page {
    @Override
    public String title() {
        return t("access.crowded.title");
    }

    @Override
    public int status() {
        return 503;
    }
}
