package fr.preau.storage;

import static fr.preau.web.Wording.t;

import java.util.Locale;

/** Numbers of bytes as people say them. */
final class Weight {
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private Weight() {}

    static String of(long bytes) {
        if (bytes < MEGA) return t("storage.weight.kilo", Math.max(1, Math.round(bytes / 1e3)));
        return bytes < GIGA
                ? t("storage.weight.mega", rounded(bytes / (double) MEGA))
                : t("storage.weight.giga", rounded(bytes / (double) GIGA));
    }

    private static String rounded(double number) {
        var text = String.format(Locale.FRANCE, number < 10 ? "%.1f" : "%.0f", number);
        return text.endsWith(",0") ? text.substring(0, text.length() - 2) : text;
    }
}
