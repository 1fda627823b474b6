package fr.preau.revenue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** How documents of account write days and numbers. */
final class Written {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Written() {}

    /** « 10/09/2024 »; empty for no day. */
    static String day(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** « 10/09/2024 » or « 2024-09-10 »; empty when it is neither. */
    static Optional<LocalDate> read(String written) {
        try {
            return Optional.of(
                    written.contains("/")
                            ? LocalDate.parse(written, DAY)
                            : LocalDate.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The number of a titre, as accounting gives it. */
    static boolean isNumber(String written) {
        return written.matches("[A-Za-z0-9][A-Za-z0-9 ._/-]{0,39}");
    }
}
