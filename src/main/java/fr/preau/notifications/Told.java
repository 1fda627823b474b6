package fr.preau.notifications;

import fr.preau.web.Profile;
import java.util.Set;

/** What was told to one person, and where it is read. */
record Told(long person, String kind, long subjectId) {
    static final Set<String> OF_ACCOUNT =
            Set.of(
                    "NEW_DEVICE",
                    "SESSION_STOLEN",
                    "PASSWORD_CHANGED",
                    "SECOND_FACTOR_REMOVED",
                    "ACCOUNTS_JOINED");

    boolean isOfAccount() {
        return OF_ACCOUNT.contains(kind);
    }

    String path() {
        return isOfAccount() ? "/security" : "/liaison/" + subjectId;
    }

    /** The hat under which it is read: answers of families are for whoever wrote to them. */
    Profile profile() {
        return kind.equals("REPLY") ? Profile.TEACHER : Profile.GUARDIAN;
    }
}
