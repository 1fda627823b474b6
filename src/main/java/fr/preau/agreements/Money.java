package fr.preau.agreements;

/** Amounts are integer cents; here they become what French documents print. */
public final class Money {
    private Money() {}

    /** {@code 45€} or {@code 45,50€}, as in « 2 x 45€ soit 90€ ». */
    public static String tight(int cents) {
        return number(cents) + "€";
    }

    /** « 90 € », with spaces that do not break: 112 500 €. */
    public static String of(long cents) {
        return number(cents) + "\u00a0€";
    }

    /** « 45,00 », for tables of accounts. */
    public static String exact(long cents) {
        return grouped(cents / 100) + ",%02d".formatted(Math.abs(cents % 100));
    }

    private static String number(long cents) {
        return cents % 100 == 0 ? grouped(cents / 100) : exact(cents);
    }

    private static String grouped(long euros) {
        return "%,d".formatted(euros).replace(',', '\u202f');
    }
}
