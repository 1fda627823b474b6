package fr.preau.onde;

/** What a file of ONDE lists. */
public enum Kind {
    PUPIL,
    GUARDIAN
}
