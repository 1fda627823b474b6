package fr.preau.network;

import static fr.preau.web.Wording.t;

import org.jspecify.annotations.Nullable;

/** A line beside a need. */
public enum Standing {
    /** No sheet yet. */
    NONE,
    /** A need, and a line of which nobody has said enough. */
    UNKNOWN,
    ENOUGH,
    SHORT;

    static Standing of(@Nullable Integer down, int needDown, @Nullable Integer up, int needUp) {
        if (down != null && down < needDown || up != null && up < needUp) return SHORT;
        return down == null || up == null ? UNKNOWN : ENOUGH;
    }

    public String label() {
        return t("network.standing." + this);
    }

    /** The look of its badge; its words say the same. */
    public String look() {
        return switch (this) {
            case ENOUGH -> "badge--good";
            case SHORT -> "badge--alert";
            case UNKNOWN -> "badge--wait";
            case NONE -> "";
        };
    }

    public String icon() {
        return switch (this) {
            case ENOUGH -> "check";
            case SHORT -> "triangle-alert";
            case UNKNOWN, NONE -> "circle-help";
        };
    }
}
