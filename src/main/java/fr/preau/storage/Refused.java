package fr.preau.storage;

/** A file that was not kept, and the sentence that tells its owner why. */
public record Refused(Reason reason, String sentence) implements Keeping {
    /** Why; each has its sentence in the wording. */
    public enum Reason {
        EMPTY,
        HEAVY,
        TYPE,
        UNREADABLE,
        PIXELS,
        BOMB,
        INSIDE,
        MACRO,
        LOCKED,
        FORMULA,
        BUSY,
        PERSON_FULL,
        SCHOOL_FULL
    }
}
