package fr.preau.access;

/** Features that others depend on for as long as somebody is signed in. */
public interface SignOuts {
    /** Told once a session has been signed out and that is written; must come back at once. */
    void signedOut();

    /** Whether somebody who signs out may be led to this address, outside. */
    boolean welcomes(String address);
}
