package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.util.List;
import java.util.stream.Collectors;

/** The coming year for one profile: a rehearsal, nothing is decided. */
public record PreviewPage(
        Profile profile, List<Child> children, List<Coming> classes, List<Pupil> pupils)
        implements Page {
    /** A child of the actor (or the actor) and where they will be. */
    public record Child(
            long id,
            String firstName,
            int year,
            boolean leaves,
            String level,
            String label,
            String teachers) {}

    /** A class that the actor may see whole. */
    public record Coming(
            long id,
            int year,
            String school,
            String label,
            String levels,
            String teachers,
            boolean own) {}

    /** A pupil of such a class. */
    public record Pupil(
            long classId,
            long id,
            String firstName,
            String lastName,
            String level,
            String fromClass) {}

    @Override
    public String title() {
        return t(profile == Profile.PUPIL ? "year.preview.title.pupil" : "year.preview.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public String say() {
        return profile == Profile.PUPIL
                ? children.stream().map(this::sentence).collect(Collectors.joining(" "))
                : "";
    }

    /** « À la rentrée 2025, Yanis sera en CE1, classe CE1-CE2, avec Julien Pradal. » */
    public String sentence(Child child) {
        return profile == Profile.PUPIL ? toChild(child) : toAdult(child);
    }

    private static String toAdult(Child child) {
        var year = child.year();
        var name = child.firstName();
        if (child.leaves()) return t("year.preview.child.leaves", year, name);
        if (child.label().isEmpty()) return t("year.preview.child.unplaced", year, name);
        return child.teachers().isEmpty()
                ? t("year.preview.child.alone", year, name, place(child))
                : t("year.preview.child.with", year, name, place(child), child.teachers());
    }

    private static String toChild(Child child) {
        if (child.leaves()) return t("year.preview.you.leaves");
        if (child.label().isEmpty()) return t("year.preview.you.unplaced");
        return child.teachers().isEmpty()
                ? t("year.preview.you.alone", place(child))
                : t("year.preview.you.with", place(child), child.teachers());
    }

    /** « moyenne section, classe Lucioles ». */
    private static String place(Child child) {
        return child.level().isEmpty()
                ? child.label()
                : t("year.preview.place", t("year.level." + child.level()), child.label());
    }

    public List<Pupil> of(Coming coming) {
        return pupils.stream().filter(pupil -> pupil.classId() == coming.id()).toList();
    }
}
