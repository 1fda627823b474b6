package fr.preau.access;

/** The two cookies of the door. */
final class Cookies {
    static final SessionCookie SESSION = new SessionCookie("preau");
    static final SessionCookie FORM = new SessionCookie("preau-form");

    private Cookies() {}
}
