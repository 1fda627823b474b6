package fr.preau.continuity;

/** Where a school stands; the worst comes last. */
public enum Phase {
    /** Under convention, or never under any. */
    OPEN,
    /** Everything works; its end has been announced. */
    WARNED,
    /** Everything is read; nothing is sent nor written. */
    READING,
    /** Only one's own account, and taking one's data away. */
    CLOSED
}
