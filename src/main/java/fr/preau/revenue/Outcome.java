package fr.preau.revenue;

/** What becomes of a line of accounting. */
public enum Outcome {
    ISSUE,
    PAYMENT,
    ISSUE_AND_PAYMENT,
    /** It says what is written already. */
    KNOWN,
    UNKNOWN,
    TWICE,
    NUMBER,
    ISSUE_DAY,
    CANCELLED,
    NOT_SENT,
    TAKEN,
    OTHER_NUMBER,
    AMOUNT,
    PAID_DAY,
    DIFFERENT,
    TOO_MUCH;

    boolean issues() {
        return this == ISSUE || this == ISSUE_AND_PAYMENT;
    }

    boolean pays() {
        return this == PAYMENT || this == ISSUE_AND_PAYMENT;
    }

    /** It writes something in a titre. */
    public boolean acts() {
        return issues() || pays();
    }

    /** Somebody has to look at it. */
    public boolean isApart() {
        return !acts() && this != KNOWN;
    }

    public String look() {
        if (acts()) return " badge--good";
        return isApart() ? " badge--wait" : "";
    }
}
