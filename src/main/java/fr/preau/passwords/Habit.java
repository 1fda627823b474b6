package fr.preau.passwords;

/** What passwords are asked for. */
public enum Habit {
    /** Length and how hard they are to guess; never replaced by date (CNIL 2022-100, ASVS 5.0). */
    USUAL,
    /** Four kinds of characters, none of the last ones, another after some years. */
    ACADEMY
}
