package fr.preau.access;

/** The three cookies of the door. */
final class Cookies {
    static final SessionCookie SESSION = new SessionCookie("preau");
    static final SessionCookie FORM = new SessionCookie("preau-form");

    /** Recognises a browser for half a year, whoever enters in it. */
    static final SessionCookie DEVICE =
            new SessionCookie("preau-device", java.time.Duration.ofDays(180));

    private Cookies() {}
}
