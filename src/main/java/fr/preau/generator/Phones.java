package fr.preau.generator;

/** Telephone numbers of the ranges kept for fiction, now and then oddly written. */
final class Phones {
    private Phones() {}

    static String fixed(Academy academy, int number) {
        return written(academy.phone, number);
    }

    static String mobile(int number) {
        return written("+33 6 39 98", number);
    }

    private static String written(String start, int number) {
        var whole = start + " %02d %02d".formatted(number / 100 % 100, number % 100);
        return number % 61 == 0 ? whole.replace(" ", "") : whole;
    }
}
