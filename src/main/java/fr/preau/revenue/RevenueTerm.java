package fr.preau.revenue;

/** What the région decides about titres, and how it is written. */
public enum RevenueTerm {
    OFFICER_NAME(false),
    OFFICER_TITLE(false),
    OFFICER_DELEGATION(false),
    ACCOUNTANT(false),
    OBJECT(false),
    VAT(false),
    PAYMENT(false),
    RECOURSE(false),
    /** From the day of issue. */
    DUE_DAYS(true),
    /** After the due date. */
    FIRST_REMINDER_DAYS(true),
    SECOND_REMINDER_DAYS(true);

    private static final int LONGEST = 1_500;
    private final boolean days;

    RevenueTerm(boolean days) {
        this.days = days;
    }

    public boolean isDays() {
        return days;
    }

    /** Texts that take several lines. */
    public boolean isLong() {
        return this == RECOURSE || this == PAYMENT || this == VAT || this == OFFICER_DELEGATION;
    }

    boolean accepts(String value) {
        if (days) return value.matches("[0-9]{1,3}");
        return value.length() <= LONGEST && (this == OFFICER_DELEGATION || !value.isBlank());
    }
}
