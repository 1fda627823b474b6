package fr.preau.notifications;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Cursor;
import fr.preau.web.Dates;
import fr.preau.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bell's page: what happened, day by day, latest first. {@code person}: who wears the hat;
 * {@code aside}: the line that was just put aside; {@code closed}: a pupil outside of school.
 */
public record NotificationsPage(
        FeedFilter filter,
        List<String> services,
        List<Day> days,
        List<Child> children,
        @Nullable String older,
        long person,
        @Nullable Aside aside,
        @Nullable Closed closed)
        implements Page {
    /** What happened on one day. */
    public record Day(LocalDate date, List<Row> rows) {
        /** What is urgent and was not read comes before the rest of its day. */
        static Day of(LocalDate date, List<Row> rows) {
            var first = Comparator.comparing((Row row) -> !(row.urgent() && row.unread()));
            return new Day(date, rows.stream().sorted(first).toList());
        }

        /** « Aujourd’hui », « Mardi 10 septembre ». */
        public String title(LocalDate today) {
            var day = Dates.day(date, today);
            return day.substring(0, 1).toUpperCase(Locale.FRENCH) + day.substring(1);
        }
    }

    public record Child(long id, String firstName) {}

    /** The number of a line: its school and its own. */
    public record Aside(long school, long id) {
        static @Nullable Aside parse(String typed) {
            if (!typed.matches("\\d{1,18}-\\d{1,18}")) return null;
            var parts = typed.split("-");
            return new Aside(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }

        public String path() {
            return "/notifications/" + school + "/" + id;
        }
    }

    /** Until when there are no news; null when nobody knows. */
    public record Closed(@Nullable Instant until) {}

    public record Row(
            long school,
            long id,
            long person,
            String kind,
            long subjectId,
            Instant at,
            boolean unread,
            String child,
            long childId,
            int children,
            String title,
            boolean urgent) {
        /** About the account itself rather than about a note. */
        public boolean isOfAccount() {
            return Told.OF_ACCOUNT.contains(kind);
        }

        Cursor cursor() {
            return new Cursor(at, id);
        }

        /** What happened; to families that have answered, to which note. */
        public String words(boolean child) {
            if (child && isOfAccount()) return t("notifications.child." + kind);
            if (!kind.equals("REPLY"))
                return title.isEmpty()
                        ? t("notifications." + kind)
                        : t("notifications." + kind) + "\u00a0" + t("notifications.about", title);
            var who = count("notifications.replies", children);
            return title.isEmpty() ? who : t("notifications.replies.to", who, title);
        }

        public String service() {
            return isOfAccount() ? "accounts" : Told.serviceOf(kind);
        }

        public String icon() {
            if (isOfAccount()) return "shield-check";
            if (Told.isAgreement(kind)) return "signature";
            if (Told.isDispute(kind)) return "landmark";
            if (Told.isTown(kind)) return "users";
            if (Told.isContinuity(kind)) return "clock";
            return Told.isMessage(kind) ? "mail" : "notebook-pen";
        }

        /** The thing itself, for whoever wears its hat. */
        public String place() {
            return Told.pathOf(kind, subjectId);
        }

        /** Where it is marked as read, and opens under the right role. */
        public String path() {
            return "/notifications/" + school + "/" + id;
        }

        /** Whether whoever received it may say that it disturbs. */
        public boolean isReportable() {
            return kind.equals("MESSAGE") || kind.equals("MESSAGE_REMINDER");
        }
    }

    @Override
    public String title() {
        return t("notifications.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    /** For the child chosen in the address. */
    public boolean isFor(Child child) {
        return Long.toString(child.id()).equals(filter.child());
    }

    /** Why there is nothing: at all, under these choices, further back, or put aside. */
    public String emptyKey() {
        if (filter.isHidden()) return "notifications.none.hidden";
        if (!filter.isFirstPage()) return "notifications.none.older";
        return filter.isWhole() ? "notifications.none" : "notifications.none.filter";
    }
}
