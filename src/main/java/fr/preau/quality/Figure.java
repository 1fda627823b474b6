package fr.preau.quality;

import static fr.preau.web.Wording.t;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something of the directory that somebody should look at, and where it is repaired. */
public enum Figure {
    PUPIL_NO_GUARDIAN(About.PUPILS, "/onde"),
    PUPIL_NO_CLASS(About.PUPILS, "/classes"),
    PUPIL_NO_INE(About.PUPILS, "/onde"),
    GUARDIAN_NO_EMAIL(About.GUARDIANS, "/onde"),
    GUARDIAN_NEVER_CAME(About.GUARDIANS, ""),
    TEACHER_NO_CLASS(About.STAFF, "/classes"),
    DIRECTION_HINT(About.STAFF, ""),
    NO_DIRECTOR(About.STAFF, ""),
    CLASS_NO_TEACHER(About.CLASSES, "/classes"),
    CLASS_EMPTY(About.CLASSES, "/classes"),
    DUPLICATE(About.FOLLOW_UP, "/duplicates"),
    DEPARTURE_SOON(About.FOLLOW_UP, "/departures");

    /** How the board is divided. */
    public enum About {
        PUPILS,
        GUARDIANS,
        STAFF,
        CLASSES,
        FOLLOW_UP;

        public String label() {
            return t("quality.about." + name());
        }

        public List<Figure> figures() {
            return Arrays.stream(Figure.values()).filter(f -> f.about == this).toList();
        }
    }

    private final About about;
    private final String repair;

    Figure(About about, String repair) {
        this.about = about;
        this.repair = repair;
    }

    /** As it stands in an address: {@code pupil-no-guardian}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Figure> of(String slug) {
        return Arrays.stream(values()).filter(figure -> figure.slug().equals(slug)).findFirst();
    }

    public String label() {
        return t("quality.figure." + name());
    }

    /** What it means and how it is repaired. */
    public String hint() {
        return t("quality.hint." + name());
    }

    /** The screen that repairs all of it; empty when there is none. */
    public String repair() {
        return repair;
    }

    public String repairLabel() {
        return t("quality.repair." + name());
    }

    /** The screen that repairs this one; empty when there is none. */
    public String repair(long subject) {
        return switch (this) {
            case PUPIL_NO_CLASS -> "/classes/pupils/" + subject;
            case CLASS_NO_TEACHER -> "/classes/" + subject + "/teachers";
            case CLASS_EMPTY -> "/classes/" + subject;
            default -> "";
        };
    }

    boolean isOfClasses() {
        return about == About.CLASSES;
    }
}
