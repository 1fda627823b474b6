package fr.preau.network;

/** How much of a line there is for each pupil at work at the same time. */
public enum Band {
    MINIMUM,
    COMFORT,
    TARGET
}
