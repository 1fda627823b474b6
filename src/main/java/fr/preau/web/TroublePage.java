package fr.preau.web;

import static fr.preau.web.Wording.t;

/**
 * Something went wrong on our side, or the request cannot be accepted; says what was kept and what
 * to do.
 */
public record TroublePage(int status, String key, String reference) implements Page {
    @Override
    public String title() {
        return t("web.trouble." + key + ".title");
    }
}
