package fr.preau.agreements;

/** What a convention is on a given day. */
public enum Stage {
    DRAFT,
    SENT,
    TOWN_SIGNED,
    IN_FORCE,
    EXPIRED,
    TERMINATED,
    ABANDONED
}
