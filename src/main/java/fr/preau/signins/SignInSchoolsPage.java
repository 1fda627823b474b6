package fr.preau.signins;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.List;

/** The schools of a perimeter on a day, in numbers: each leads to its own journal. */
public record SignInSchoolsPage(LocalDate day, LocalDate today, List<School> schools)
        implements Page {
    /** A school with the counts of the day. */
    public record School(long id, String name, String city, long entered, long refused) {}

    @Override
    public String title() {
        return t("signins.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
