package fr.preau.web;

import java.util.Locale;

/** The three ambiences of the same pages: pictures and voice, big buttons, or an adult's page. */
public enum Ambience {
    MATERNELLE,
    ELEMENTAIRE,
    ADULTE;

    /** The value of {@code data-ambience}. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Cycle 1 (toute petite to grande section, MEFSTAT4 111x) cannot read yet. */
    public static Ambience ofLevel(@org.jspecify.annotations.Nullable String mefstat4) {
        return mefstat4 != null && mefstat4.startsWith("111") ? MATERNELLE : ELEMENTAIRE;
    }
}
