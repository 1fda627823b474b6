package fr.preau.classes;

import static fr.preau.web.Wording.t;

/**
 * What somebody has just done to a class, while it may be undone; {@code who}: first names of at
 * most two people.
 */
public record ClassChange(
        long school, long id, Kind kind, long schoolClass, String label, int people, String who) {
    /** Every act that « Annuler » takes back. */
    public enum Kind {
        MOVED,
        ADDED,
        REMOVED,
        COMPOSED,
        RETURNED,
        ATTACHED,
        DETACHED,
        RENAMED,
        CLOSED
    }

    /** « Yanis passe en CE1-CE2. » */
    public String said() {
        return t("classes.change." + kind + (people > 1 ? ".many" : ".one"), who, label, people);
    }

    public String path() {
        return "/classes/changes/" + id;
    }
}
