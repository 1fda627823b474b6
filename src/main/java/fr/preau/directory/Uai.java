package fr.preau.directory;

import java.util.Locale;

/** The public number of a school: seven digits and a key letter. */
public record Uai(String value) {
    private static final String KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    public Uai {
        value = value.strip().toUpperCase(Locale.ROOT);
    }

    public boolean isValid() {
        if (!value.matches("[0-9]{7}[A-HJ-NPR-Z]")) return false;
        return KEYS.charAt(Integer.parseInt(value.substring(0, 7)) % 23) == value.charAt(7);
    }
}
