package fr.preau.access;

/** The cookies of the door: the session, the form, and the class whose tablet this is. */
final class Cookies {
    static final SessionCookie SESSION = new SessionCookie("preau");
    static final SessionCookie FORM = new SessionCookie("preau-form");

    static final SessionCookie CLASS = new SessionCookie("preau-class");

    private Cookies() {}
}
