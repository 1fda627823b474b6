package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** Another password instead of one that has had its time; {@code age}: how long one may serve. */
public record RenewalPage(String login, String rule, String age, String then, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.renewal.title");
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
