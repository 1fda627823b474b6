package fr.preau.departures;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import fr.preau.web.RoleKind;
import java.time.LocalDate;
import java.util.List;

/** The form that opens an account for a time. */
public record TemporaryAccountPage(
        TemporaryAccountForm form, List<Choice> classes, Problems problems, LocalDate today)
        implements Page {
    /** A class that may be given; the school is said when there are several. */
    public record Choice(long school, String schoolName, long id, String label) {}

    public List<RoleKind> kinds() {
        return TimeBoxed.KINDS;
    }

    public boolean severalSchools() {
        return classes.stream().map(Choice::school).distinct().count() > 1;
    }

    @Override
    public String title() {
        return t("departures.new.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
