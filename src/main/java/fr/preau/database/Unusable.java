package fr.preau.database;

/**
 * The settings do not let Préau start; the message tells the operator what to do, and no stack
 * trace follows.
 */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unusable(String message) {
        super(message);
    }
}
