package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.util.List;

/** The two accounts that become one, named before anything happens. */
public record JoinPage(
        String login, List<Who> mine, List<Who> others, boolean codeDue, Problems problems)
        implements Page {
    /** A role of an account, e.g. « Amina Benali, Yanis ». */
    public record Who(String name, Profile profile, String place) {}

    @Override
    public String title() {
        return t("access.joining.confirm");
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
