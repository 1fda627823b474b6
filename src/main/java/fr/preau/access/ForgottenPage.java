package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** Asks for one's address; says the same to everybody afterwards. Without mail, whom to ask. */
public record ForgottenPage(boolean open, boolean sent, String email, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.forgotten.title");
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
