package fr.preau.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The place of a line in a list whose newest comes first, as an address carries it: microseconds
 * and number.
 */
public record Cursor(Instant at, long id) {
    /** Before the first line. */
    public static final Cursor NOW =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    /** An address that makes no sense shows the first page. */
    public static Cursor parse(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,17}-\\d{1,18}")) return NOW;
        try {
            var parts = text.split("-");
            return new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                    Long.parseLong(parts[1]));
        } catch (DateTimeException | ArithmeticException e) {
            return NOW;
        }
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
