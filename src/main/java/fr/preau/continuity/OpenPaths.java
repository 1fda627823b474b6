package fr.preau.continuity;

import java.util.Set;

/**
 * The routes that do not stop with a convention. A route that is not here stops: whoever writes
 * another one has nothing to think of.
 */
final class OpenPaths {
    /**
     * Until the end: coming in and going, one's own account, security and comfort, taking one's
     * data away, cancelling an erasure.
     */
    static final Set<String> ALWAYS =
            Set.of(
                    "/second-factor",
                    "/renewal",
                    "/charter",
                    "/comfort",
                    "/security",
                    "/hat",
                    "/sign-out",
                    "/export",
                    "/departures",
                    "/notifications/live",
                    "/notifications/preferences",
                    SchoolCourse.HERE);

    /**
     * While everything is read: what was read is marked so; nothing typed is lost; somebody who
     * must come in is helped to, somebody who must not is kept out; what hurts is still reported.
     */
    static final Set<String> WHILE_READING =
            Set.of(
                    "/notifications",
                    "/liaison/drafts",
                    "/messages/drafts",
                    "/messages/{letter}/report",
                    "/vigilance",
                    "/blocking",
                    "/delegations/{delegation}/revocation",
                    "/temporary-accounts/{person}/end",
                    "/sheets",
                    "/saml2/sign-on",
                    "/pupils/{pupil}/unblocking",
                    "/pupils/{pupil}/card/revocation",
                    "/pupils/cards/{schoolClass}/revocation",
                    "/pupils/classes/{schoolClass}/tablets/revocation",
                    "/pupils/classes/{schoolClass}/tablets/{tablet}/revocation");

    private OpenPaths() {}

    /** Whether a route, as it is mapped, answers in a school of this phase. */
    static boolean opens(Phase phase, String method, String route) {
        return switch (phase) {
            case OPEN, WARNED -> true;
            case READING ->
                    isIn(ALWAYS, route)
                            || isIn(WHILE_READING, route)
                            || method.equals("GET") && !route.endsWith("/new");
            case CLOSED -> isIn(ALWAYS, route);
        };
    }

    private static boolean isIn(Set<String> paths, String route) {
        return paths.stream().anyMatch(path -> route.equals(path) || route.startsWith(path + "/"));
    }
}
