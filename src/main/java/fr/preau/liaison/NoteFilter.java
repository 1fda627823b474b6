package fr.preau.liaison;

import fr.preau.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What the list's address asks for: {@code show=to-sign}, {@code child=12}, {@code before=…} for
 * what is older.
 */
public record NoteFilter(@Nullable String show, @Nullable Long child, @Nullable String before) {
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
