package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Cursor;
import fr.preau.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notes that somebody of the school follows, with how far each is. */
public record FollowedListPage(
        List<Row> rows, boolean first, @Nullable String older, boolean mayWrite) implements Page {
    /** Counts only the children that this person follows. */
    public record Row(
            long note,
            String title,
            String audience,
            String author,
            boolean own,
            Instant sentAt,
            @Nullable LocalDate deadline,
            int children,
            int complete) {
        Cursor cursor() {
            return new Cursor(sentAt, note);
        }

        public boolean isComplete() {
            return complete == children;
        }
    }

    @Override
    public String title() {
        return t("liaison.list.title");
    }

    @Override
    public String service() {
        return "liaison";
    }
}
