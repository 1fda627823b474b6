package fr.preau.contact;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Profile;

/** A row or a column of the matrix: what somebody is to the others. */
public enum Side {
    PUPIL,
    GUARDIAN,
    TEACHER,
    DIRECTOR,
    TOWN,
    SUPERVISION;

    /** What somebody acts as under this hat; a publisher's support reaches nobody. */
    public static String[] of(Profile hat) {
        return switch (hat) {
            case PUPIL -> new String[] {PUPIL.name()};
            case GUARDIAN -> new String[] {GUARDIAN.name()};
            case TEACHER -> new String[] {TEACHER.name(), DIRECTOR.name()};
            case TOWN -> new String[] {TOWN.name()};
            case SUPERVISION -> new String[] {SUPERVISION.name()};
            case SUPPORT -> new String[0];
        };
    }

    /** « Responsables » */
    String plural() {
        return t("contact.side." + this);
    }

    /** « 24 responsables » */
    String counted(long n) {
        return count("contact.people." + this, n);
    }
}
