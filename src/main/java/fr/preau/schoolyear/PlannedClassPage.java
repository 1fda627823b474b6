package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** A planned class: what it is called, its levels, who will teach it; 0 is a new one. */
public record PlannedClassPage(
        Change change,
        long planned,
        ClassForm form,
        List<Plan.Level> levels,
        List<Plan.Teacher> teachers,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return isNew() ? t("year.class.new") : t("year.class.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean isNew() {
        return planned == 0;
    }

    public String action() {
        return isNew() ? "/year/classes" : "/year/classes/" + planned;
    }

    /** What was typed wins over what is kept. */
    public boolean isChosen(Plan.Teacher teacher) {
        return problems.any()
                ? form.teachers().contains(Long.toString(teacher.id()))
                : teacher.chosen();
    }
}
