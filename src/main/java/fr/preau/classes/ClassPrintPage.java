package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import java.util.stream.Collectors;

/** The list of a class on A4, with columns to tick. */
public record ClassPrintPage(
        SchoolClass schoolClass, List<ClassPage.Pupil> pupils, List<ClassPage.Teacher> teachers)
        implements Page {
    /** Columns for a pencil. */
    public static final int COLUMNS = 6;

    @Override
    public String title() {
        return t("classes.print.title", schoolClass.label());
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public boolean bare() {
        return true;
    }

    public String inCharge() {
        return teachers.stream()
                .filter(ClassPage.Teacher::begun)
                .map(ClassPage.Teacher::name)
                .collect(Collectors.joining(", "));
    }
}
