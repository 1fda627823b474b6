package fr.preau.notifications;

import fr.preau.web.Profile;
import java.util.List;
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

    /** What begins so is of conventions and of the people of a town hall. */
    static final List<String> OF_TOWN = List.of("AGREEMENT", "DISPUTE", "TOWN", "CONTINUITY");

    private static final Set<String> FOR_SCHOOL =
            Set.of("REPLY", "FAMILY_NOTE", "FAMILY_PICK_UP", "FAMILY_PICK_UP_RECALLED");
    private static final Set<String> TO_DECIDE = Set.of("MESSAGE_WAITING", "MESSAGE_REPORTED");
    private static final Set<Profile> DECIDERS =
            Set.of(Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION);

    boolean isOfAccount() {
        return OF_ACCOUNT.contains(kind);
    }

    String path() {
        return isOfAccount() ? "/security" : pathOf(kind, subjectId);
    }

    /** One of the feed's services. */
    static String serviceOf(String kind) {
        if (OF_ACCOUNT.contains(kind)) return FeedFilter.ACCOUNT;
        if (OF_TOWN.stream().anyMatch(kind::startsWith)) return FeedFilter.TOWN;
        return isMessage(kind) ? "messages" : "liaison";
    }

    static boolean isMessage(String kind) {
        return kind.startsWith("MESSAGE");
    }

    static boolean isOfFamily(String kind) {
        return kind.startsWith("FAMILY");
    }

    /** Of a school and its convention rather than of somebody's note or message. */
    static boolean isContinuity(String kind) {
        return kind.startsWith("CONTINUITY");
    }

    static boolean isAgreement(String kind) {
        return kind.startsWith("AGREEMENT");
    }

    static boolean isDispute(String kind) {
        return kind.startsWith("DISPUTE");
    }

    static boolean isTown(String kind) {
        return kind.startsWith("TOWN");
    }

    static String pathOf(String kind, long subject) {
        if (isContinuity(kind)) return "/continuity";
        if (isAgreement(kind)) return "/agreements/" + subject;
        if (isDispute(kind)) return "/disputes/" + subject;
        if (isTown(kind)) return "/town-staff";
        if (isOfFamily(kind)) return "/liaison/family-notes/" + subject;
        if (TO_DECIDE.contains(kind)) return "/vigilance";
        if (kind.equals("MESSAGE_REPORT_DECIDED")) return "/messages/" + subject + "/report";
        if (kind.equals("MESSAGE_REVIEW")) return "/messages/children";
        return (isMessage(kind) ? "/messages/" : "/liaison/") + subject;
    }

    /**
     * Whether it is read under this hat: what families answer and write is for the school, what
     * waits for a decision for whoever decides, another message for the person whatever they wear.
     */
    boolean isFor(Profile hat) {
        return isFor(kind, hat);
    }

    static boolean isFor(String kind, Profile hat) {
        if (TO_DECIDE.contains(kind)) return DECIDERS.contains(hat);
        if (kind.equals("MESSAGE_REVIEW")) return hat == Profile.TEACHER;
        if (isMessage(kind)) return true;
        if (isAgreement(kind) || isDispute(kind))
            return hat == Profile.TOWN || hat == Profile.SUPERVISION;
        if (isTown(kind)) return hat == Profile.TOWN;
        if (isContinuity(kind)) return hat == Profile.TEACHER || hat == Profile.TOWN;
        return hat == (FOR_SCHOOL.contains(kind) ? Profile.TEACHER : Profile.GUARDIAN);
    }
}
