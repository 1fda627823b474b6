package fr.preau.switches;

/** What the direction decides of a service; USUAL takes the decision back. */
public enum Choice {
    OPEN,
    CLOSED,
    USUAL
}
