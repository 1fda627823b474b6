package fr.preau.agreements;

import java.time.DateTimeException;
import java.time.MonthDay;

/** What the région decides, and how it is written. */
public enum Term {
    RATE_CENTS(Kind.MONEY),
    END_DAY(Kind.DAY),
    CAMPAIGN_DAY(Kind.DAY),
    REGION(Kind.WORDS),
    REGION_ADDRESS(Kind.WORDS),
    REGION_AUTHORITY(Kind.WORDS),
    REGION_SIGNATORY_TITLE(Kind.WORDS),
    PLACE(Kind.WORDS),
    CONTROLLER(Kind.WORDS),
    COURT(Kind.WORDS),
    CONCILIATION_MONTHS(Kind.NUMBER),
    TERMINATION_DAYS(Kind.NUMBER),
    COURT_MONTHS(Kind.NUMBER);

    /** How its value is typed; MONEY is kept in cents, DAY as {@code MM-dd}. */
    enum Kind {
        MONEY,
        DAY,
        NUMBER,
        WORDS
    }

    final Kind kind;

    Term(Kind kind) {
        this.kind = kind;
    }

    boolean accepts(String value) {
        return switch (kind) {
            case MONEY, NUMBER -> value.matches("[0-9]{1,7}");
            case WORDS -> !value.isBlank() && value.length() <= 300;
            case DAY -> isDay(value);
        };
    }

    private static boolean isDay(String value) {
        try {
            return !MonthDay.parse("--" + value).equals(MonthDay.of(2, 29));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
