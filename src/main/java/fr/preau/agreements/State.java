package fr.preau.agreements;

/** How far a convention has come by what people did; {@link Stage} adds what time does. */
public enum State {
    DRAFT,
    SENT,
    TOWN_SIGNED,
    SIGNED,
    TERMINATED,
    ABANDONED;

    /** What it says may still be changed. */
    boolean isOpen() {
        return this == DRAFT || this == SENT;
    }
}
