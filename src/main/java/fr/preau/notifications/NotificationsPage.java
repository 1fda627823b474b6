package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The bell's page: what happened, latest first. */
public record NotificationsPage(List<Row> rows) implements Page {
    private static final Set<String> OF_ACCOUNT =
            Set.of(
                    "NEW_DEVICE",
                    "SESSION_STOLEN",
                    "PASSWORD_CHANGED",
                    "SECOND_FACTOR_REMOVED",
                    "ACCOUNTS_JOINED");

    public record Row(
            long id,
            String kind,
            long subjectId,
            Instant at,
            boolean unread,
            String child,
            long childId,
            String title) {
        /** About the account itself rather than about a note. */
        public boolean isOfAccount() {
            return OF_ACCOUNT.contains(kind);
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
