package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** The first time: login and code from the sheet, then a password; what was typed is kept. */
public record ActivationPage(String login, String code, String rule, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.activation.title");
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
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
