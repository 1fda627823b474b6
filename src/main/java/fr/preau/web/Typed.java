package fr.preau.web;

import org.jspecify.annotations.Nullable;

/** What somebody has typed, as it may be kept. */
public final class Typed {
    private Typed() {}

    /** A line ends in one character, and nothing invisible reaches the database. */
    public static String clean(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
