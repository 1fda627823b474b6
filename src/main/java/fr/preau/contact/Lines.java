package fr.preau.contact;

import static fr.preau.web.Wording.t;

/** What somebody is, in a few words, without guessing a gender. */
final class Lines {
    private Lines() {}

    static String of(PeoplePage.Standing standing, boolean withSchool) {
        var what = what(standing);
        return withSchool && standing.school() != null
                ? t("contact.line.school", what, standing.school())
                : what;
    }

    private static String what(PeoplePage.Standing standing) {
        var classes = standing.classes() == null ? "" : standing.classes();
        return switch (standing.profile()) {
            case PUPIL -> with("contact.line.pupil", "contact.line.pupil-class", classes);
            case GUARDIAN ->
                    classes.isEmpty()
                            ? t("contact.line.guardian", standing.child())
                            : t("contact.line.guardian-class", standing.child(), classes);
            case TEACHER ->
                    standing.child() == null
                            ? with("contact.line.teacher", "contact.line.teacher-class", classes)
                            : t("contact.line.teacher-child", classes, standing.child());
            case DIRECTOR -> t("contact.line.director");
            case TOWN -> t("contact.line.town");
            case SUPERVISION -> t("contact.line.supervision");
        };
    }

    private static String with(String alone, String inClasses, String classes) {
        return classes.isEmpty() ? t(alone) : t(inClasses, classes);
    }
}
