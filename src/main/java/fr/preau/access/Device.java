package fr.preau.access;

/** Whose browser it is: a class tablet forgets sooner than a phone. */
enum Device {
    PERSONAL,
    SHARED
}
