package fr.preau.departures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For how long an account may be opened. Pure. */
final class TemporaryAccountPolicy {
    private TemporaryAccountPolicy() {}

    enum Lasting {
        ALLOWED,
        MISSING,
        BACKWARDS,
        PAST,
        TOO_LONG
    }

    /** Ends today or later, after it has begun, and within a year: nobody is forgotten inside. */
    static Lasting mayLast(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (from == null || to == null) return Lasting.MISSING;
        if (to.isBefore(from)) return Lasting.BACKWARDS;
        if (to.isBefore(today)) return Lasting.PAST;
        var begins = from.isBefore(today) ? today : from;
        return to.isAfter(begins.plusYears(1)) || from.isAfter(today.plusYears(1))
                ? Lasting.TOO_LONG
                : Lasting.ALLOWED;
    }
}
