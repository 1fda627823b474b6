package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** The door for adults and for pupils who can write; in demo mode, the cast below it. */
public record SignInPage(
        String login,
        String then,
        boolean kept,
        Problems problems,
        List<Cast.Group> cast,
        String demoPassword)
        implements Page {
    @Override
    public String title() {
        return t("access.sign-in.title");
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
        return "wide";
    }
}
