package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Cursor;
import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notes about a child, for the child: read or listened to, nothing to do. */
public record ChildListPage(List<Row> rows, boolean first, @Nullable String older, boolean aloud)
        implements Page {
    public record Row(
            long note,
            String title,
            String schoolName,
            String author,
            Category category,
            Instant sentAt) {
        Cursor cursor() {
            return new Cursor(sentAt, note);
        }
    }

    @Override
    public String title() {
        return t("liaison.child.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public String say() {
        return aloud ? title() : "";
    }

    @Override
    public String sound() {
        return aloud ? "mots" : "";
    }
}
