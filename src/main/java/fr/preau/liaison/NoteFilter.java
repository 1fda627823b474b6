package fr.preau.liaison;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the list's address asks for: {@code show=to-sign}, {@code child=12}, {@code before=…} for
 * what is older.
 */
public record NoteFilter(@Nullable String show, @Nullable Long child, @Nullable String before) {
    /** The place of a note in the list; the newest comes first. */
    record Cursor(Instant sentAt, long note) {
        static final Cursor NOW = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, sentAt) + "-" + note;
        }

        /** An address that makes no sense shows the first page. */
        static Cursor parse(@Nullable String text) {
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
    }

    Cursor cursor() {
        return Cursor.parse(before);
    }

    boolean toSignOnly() {
        return "to-sign".equals(show);
    }

    boolean isFirstPage() {
        return before == null;
    }
}
