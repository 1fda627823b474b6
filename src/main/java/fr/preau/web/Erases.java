package fr.preau.web;

/**
 * A feature that holds something of people: removes it when they are erased, and leaves to the
 * others what is theirs, without a name.
 */
public interface Erases {
    /**
     * In the transaction of the whole erasure; the implementation goes behind the wall that it
     * needs. The persons are those erased, the accounts those that hold nobody else. Whoever still
     * needs a name comes first ({@code @Order}): among the others the directory forgets it.
     */
    void erase(long[] persons, long[] accounts);

    /** What is read in the place of an erased person's name. */
    static String name() {
        return Wording.t("web.erased.first") + " " + Wording.t("web.erased.last");
    }
}
