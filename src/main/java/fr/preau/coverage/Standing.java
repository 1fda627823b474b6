package fr.preau.coverage;

/**
 * Where a school, or the commune of it, stands in a school year. A commune stands where the best of
 * its schools does.
 */
public enum Standing {
    /** Nothing for this year, and nothing signed for the year before. */
    NONE,
    /** Signed for the year before, nothing on its way for this one. */
    TO_RENEW,
    SIGNING,
    /** Signed for this year, and over since. */
    ENDED,
    IN_FORCE;

    /** As the database counts: 0 to 4. */
    static Standing of(int rank) {
        return values()[rank];
    }
}
