package fr.preau.familynotes;

import org.jspecify.annotations.Nullable;

/** A number as it is dialled in France and never broken at the end of a line. */
final class Telephone {
    private Telephone() {}

    /** « 04 65 71 00 05 » for « +33 4 65 71 00 05 »; null for none. */
    static @Nullable String said(@Nullable String number) {
        if (number == null || number.isBlank()) return null;
        return number.strip().replaceFirst("^\\+33 ?", "0").replace(' ', '\u00a0');
    }
}
