package fr.preau.notifications;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;

/** The bell's page: what happened, latest first; {@code person}: who wears the hat. */
public record NotificationsPage(List<Row> rows, long person) implements Page {
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
            String title) {
        /** About the account itself rather than about a note. */
        public boolean isOfAccount() {
            return Told.OF_ACCOUNT.contains(kind);
        }

        /** What happened; to families that have answered, to which note. */
        public String words() {
            if (!kind.equals("REPLY"))
                return title.isEmpty()
                        ? t("notifications." + kind)
                        : t("notifications." + kind) + " " + t("notifications.about", title);
            var who = count("notifications.replies", children);
            return title.isEmpty() ? who : t("notifications.replies.to", who, title);
        }

        public String service() {
            if (Told.isContinuity(kind) || Told.isTown(kind)) return "town";
            return Told.isMessage(kind) ? "messages" : "liaison";
        }

        public String icon() {
            if (Told.isTown(kind)) return "users";
            if (Told.isContinuity(kind)) return "clock";
            return Told.isMessage(kind) ? "mail" : "notebook-pen";
        }

        /** The thing itself, for whoever wears its hat. */
        public String place() {
            return Told.pathOf(kind, subjectId);
        }

        /** Where it opens the right role first. */
        public String path() {
            return "/notifications/" + school + "/" + id;
        }
    }

    public boolean anyUnread() {
        return rows.stream().anyMatch(Row::unread);
    }

    @Override
    public String title() {
        return t("notifications.title");
    }

    @Override
    public String service() {
        return "messages";
    }
}
