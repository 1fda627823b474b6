package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;

/** Asking for a colleague; without a convention in force, why not. */
public record StaffFormPage(
        Town town, boolean covered, LocalDate latest, StaffForm form, Problems problems)
        implements Page {
    /** A town and its schools, for whom an agent may be asked. */
    public record Town(long id, String name, List<School> schools) {}

    public record School(long id, String name) {}

    @Override
    public String title() {
        return t("townstaff.ask");
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean isChosen(School school) {
        return form.schools().contains(Long.toString(school.id()));
    }
}
