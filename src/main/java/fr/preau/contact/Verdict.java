package fr.preau.contact;

/** Whether somebody may reach somebody, and if so by which way. */
public sealed interface Verdict {
    /** The way that says it best. */
    record Allowed(Link path) implements Verdict {}

    /** Refused, unknown or invisible: one and the same answer, so that nobody learns who exists. */
    record Refused() implements Verdict {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
