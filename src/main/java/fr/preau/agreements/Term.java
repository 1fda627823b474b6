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

    /** What is kept of what was typed: « 45,50 » is 4550 cents, « 01/09 » is 09-01. */
    String read(String typed) {
        var words = typed.strip();
        return switch (kind) {
            case NUMBER, WORDS -> words;
            case MONEY -> cents(words.replaceAll("[\\s\u00a0\u202f€]", ""));
            case DAY ->
                    words.replaceAll("^([0-9]{1,2})/([0-9]{1,2})$", "$2-$1")
                            .replaceAll("\\b([0-9])\\b", "0$1");
        };
    }

    private static String cents(String typed) {
        if (!typed.matches("[0-9]{1,5}([.,][0-9]{1,2})?")) return "";
        return new java.math.BigDecimal(typed.replace(',', '.'))
                .movePointRight(2)
                .toBigInteger()
                .toString();
    }

    /** The same, the other way: as a person types it. */
    String written(String value) {
        return switch (kind) {
            case NUMBER, WORDS -> value;
            case MONEY -> Money.exact(Long.parseLong(value));
            case DAY -> value.replaceAll("^([0-9]{2})-([0-9]{2})$", "$2/$1");
        };
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
