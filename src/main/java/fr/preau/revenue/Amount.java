package fr.preau.revenue;

import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as people and accounts write them: « 45 », « 45,50 », « 1 234,50 € ». */
final class Amount {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,2}))?");

    private Amount() {}

    /** In cents; empty when it is not an amount, negative or with thousandths. */
    static Optional<Long> read(String written) {
        var found = WRITTEN.matcher(written.replaceAll("[\\s\u00a0\u202f€]", ""));
        if (!found.matches()) return Optional.empty();
        var cents = found.group(2) == null ? "00" : (found.group(2) + "0").substring(0, 2);
        return Optional.of(Long.parseLong(found.group(1)) * 100 + Long.parseLong(cents));
    }

    /** « 1234,50 », without a space: programs read it. */
    static String forPrograms(long cents) {
        return (cents < 0 ? "-" : "")
                + Math.abs(cents) / 100
                + ",%02d".formatted(Math.abs(cents) % 100);
    }
}
