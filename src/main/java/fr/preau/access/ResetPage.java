package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** Behind the link of a letter: the login, and another password to choose. */
public record ResetPage(String token, String login, String rule, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.password.new");
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
