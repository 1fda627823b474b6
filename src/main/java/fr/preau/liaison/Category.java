package fr.preau.liaison;

import static fr.preau.web.Wording.t;

/** What a note is about. */
public enum Category {
    OUTING,
    CANTEEN,
    EVENT,
    LAST_MINUTE,
    LEISURE,
    OTHER;

    public String label() {
        return t("liaison.category." + name());
    }
}
