package fr.preau.disputes;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came out of a field. */
final class Typed {
    /** As the tables take it. */
    static final int MOST_WORDS = 8_000;

    private Typed() {}

    /** One line, without what cannot be seen. */
    static String line(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
    }

    /** Several lines; of what cannot be seen, only their ends stay. */
    static String lines(@Nullable String text) {
        if (text == null) return "";
        return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", " ").strip();
    }

    /** Null when it is no day. */
    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
