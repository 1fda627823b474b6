package fr.preau.liaison;

/** One of the answers that an authorisation request offers. */
public record Choice(int number, Kind kind, String label) {
    /** What a choice is, whatever its words. */
    public enum Kind {
        YES,
        NO,
        /** Comes with the condition, in the guardian's own words. */
        CONDITIONS,
        OWN
    }

    public boolean asksCondition() {
        return kind == Kind.CONDITIONS;
    }
}
