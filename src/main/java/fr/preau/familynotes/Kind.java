package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import java.util.Optional;
import java.util.stream.Stream;

/** What a family writes for. */
public enum Kind {
    QUESTION("circle-help"),
    APPOINTMENT("calendar"),
    PICK_UP("user-check");

    private final String icon;

    Kind(String icon) {
        this.icon = icon;
    }

    static Optional<Kind> of(String typed) {
        return Stream.of(values()).filter(kind -> kind.name().equals(typed)).findFirst();
    }

    public String icon() {
        return icon;
    }

    public String label() {
        return t("familynotes.kind." + name());
    }

    public String hint() {
        return t("familynotes.kind-hint." + name());
    }
}
