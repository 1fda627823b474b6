package fr.preau.disputes;

import static fr.preau.web.Wording.t;

/** Where a procedure stands on a day. */
public enum Phase {
    FIRST_TO_SEND,
    CONCILIATION,
    /** The time for conciliation has passed and it was not held. */
    MONTH_OVER,
    /** Conciliation was held: what came of it is not said yet. */
    OUTCOME,
    FAILED,
    SECOND_TO_SEND,
    /** The convention ends in some days. */
    NOTICE,
    /** The convention ends by itself before the second letter would end it. */
    ENDING,
    TERMINATED,
    COURT_OPEN,
    COURT,
    /** The convention ended otherwise before a second letter. */
    OVER,
    AGREED,
    WITHDRAWN,
    CANCELLED;

    public String label() {
        return t("disputes.phase." + name());
    }

    /** A word that says how it is, for those who do not see colours: the badge's look. */
    public String look() {
        return switch (this) {
            case AGREED -> "good";
            case CONCILIATION, OUTCOME, NOTICE, ENDING -> "wait";
            case TERMINATED, COURT_OPEN, COURT, FAILED, MONTH_OVER -> "alert";
            default -> "";
        };
    }
}
