package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** Who is in charge of a class, and the colleagues who could be. */
public record ClassTeachersPage(
        SchoolClass schoolClass,
        List<ClassPage.Teacher> inCharge,
        List<Colleague> colleagues,
        List<Long> chosen,
        String from,
        String until,
        Problems problems)
        implements Page {
    public record Colleague(long id, String name) {}

    @Override
    public String title() {
        return t("classes.teachers.title", schoolClass.label());
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
