package fr.preau.liaison;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Cursor;
import fr.preau.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's notes, all children and schools together: first what waits for a signature, then the
 * rest, one line for each child.
 */
public record ReceivedListPage(
        NoteFilter filter,
        List<Child> children,
        List<Row> toSign,
        List<Row> others,
        @Nullable String older)
        implements Page {
    public record Child(long id, String firstName) {}

    /** {@code waits}: this guardian may sign and the child is not complete. */
    public record Row(
            long note,
            String title,
            String schoolName,
            String author,
            Instant sentAt,
            @Nullable LocalDate deadline,
            @Nullable Instant correctedAt,
            long child,
            String firstName,
            boolean signs,
            boolean waits,
            @Nullable Instant seenAt,
            @Nullable Instant signedAt,
            boolean complete,
            boolean repliesOpen,
            boolean authorises,
            boolean urgent) {
        Cursor cursor() {
            return new Cursor(sentAt, note);
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

    public String lead() {
        return count("liaison.list.to-sign", toSign.size());
    }

    public boolean isEmpty() {
        return toSign.isEmpty() && others.isEmpty();
    }

    /** The address of this very list, to come back to. */
    public String here() {
        return filter.toSignOnly()
                ? "/liaison?show=to-sign"
                : filter.child() == null ? "/liaison" : "/liaison?child=" + filter.child();
    }

    public String olderPath() {
        return here() + (here().contains("?") ? "&" : "?") + "before=" + older;
    }

    /** Where a family writes to the class, of the child whose notes are shown. */
    public String writePath() {
        return "/liaison/family-notes/new"
                + (filter.child() == null ? "" : "?child=" + filter.child());
    }

    public boolean isFor(Child child) {
        return filter.child() != null && filter.child() == child.id();
    }

    public boolean isWhole() {
        return !filter.toSignOnly() && filter.child() == null;
    }
}
