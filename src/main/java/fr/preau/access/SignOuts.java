package fr.preau.access;

/** Features that others depend on for as long as somebody is signed in. */
public interface SignOuts {
    /** Told once this session has been signed out and that is written; must come back at once. */
    void signedOut(long session);

    /** Whether everybody who depends on this session can be told; asked before it ends. */
    default boolean tellsAll(long session) {
        return true;
    }

    /** Whether somebody who signs out may be led to this address, outside. */
    boolean welcomes(String address);
}
