package fr.preau.network;

import static fr.preau.web.Wording.t;

import org.jspecify.annotations.Nullable;

/** The highest of the three bands that a rate reaches for so many pupils at once. Pure. */
final class Reached {
    private Reached() {}

    static @Nullable Band by(@Nullable Integer kbit, int together, Formula formula) {
        return by(
                kbit, together, formula.minimumKbit(), formula.comfortKbit(), formula.targetKbit());
    }

    /** Null below the first, or when nothing is known. */
    static @Nullable Band by(
            @Nullable Integer kbit, int together, int minimum, int comfort, int target) {
        if (kbit == null || kbit < (long) minimum * together) return null;
        if (kbit < (long) comfort * together) return Band.MINIMUM;
        return kbit < (long) target * together ? Band.COMFORT : Band.TARGET;
    }

    static String say(@Nullable Band band) {
        return t("network.reached." + (band == null ? "NONE" : band));
    }
}
