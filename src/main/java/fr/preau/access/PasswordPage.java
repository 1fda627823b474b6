package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/**
 * Another password for one's own account. The login is there for the browser's memory; a password
 * is never sent back.
 */
public record PasswordPage(String login, String rule, Problems problems) implements Page {
    @Override
    public String title() {
        return t("access.password.page");
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "narrow";
    }
}
