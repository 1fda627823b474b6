package fr.preau.access;

/** The cookies of the door: session, form, device, question, and the class whose tablet this is. */
final class Cookies {
    static final SessionCookie SESSION = new SessionCookie("preau");
    static final SessionCookie FORM = new SessionCookie("preau-form");

    /** Ties what a device is asked to sign to the browser that asked. */
    static final SessionCookie CHALLENGE =
            new SessionCookie("preau-question", java.time.Duration.ofMinutes(5));

    /** Recognises a browser for half a year, whoever enters in it. */
    static final SessionCookie DEVICE =
            new SessionCookie("preau-device", java.time.Duration.ofDays(180));

    static final SessionCookie CLASS = new SessionCookie("preau-class");

    private Cookies() {}
}
