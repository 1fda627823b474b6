package fr.preau.townstaff;

/** How far a demand has come. */
public enum Stage {
    ASKED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    ENDED
}
