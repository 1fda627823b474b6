package fr.preau.signins;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The line after which a page goes on, as an address carries it: microseconds and number. */
record Cursor(Instant at, long id) {
    private static final Cursor START =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    static Cursor of(@Nullable String typed) {
        if (typed == null || !typed.matches("\\d{1,16}-\\d{1,18}")) return START;
        var parts = typed.split("-");
        return new Cursor(
                Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                Long.parseLong(parts[1]));
    }

    static String at(SignInsPage.Line line) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, line.at()) + "-" + line.id();
    }
}
