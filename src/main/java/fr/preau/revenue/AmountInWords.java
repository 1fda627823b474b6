package fr.preau.revenue;

/**
 * An amount in French words, as documents of account write it: « quatre-vingt-dix euros ». Hyphens
 * below a hundred only, the usual spelling of these documents.
 */
final class AmountInWords {
    private static final String[] SMALL = {
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf"
    };
    private static final String[] TENS = {
        "",
        "",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "soixante",
        "quatre-vingt",
        "quatre-vingt"
    };

    private AmountInWords() {}

    /**
     * @param cents zero or more, below a thousand million euros
     */
    static String of(long cents) {
        var euros = cents / 100;
        var rest = (int) (cents % 100);
        if (euros == 0 && rest > 0) return number(rest) + plural(" centime", rest);
        var whole = number(euros) + (endsInMillion(euros) ? " d’euros" : plural(" euro", euros));
        return rest == 0 ? whole : whole + " et " + number(rest) + plural(" centime", rest);
    }

    private static boolean endsInMillion(long euros) {
        return euros > 0 && euros % 1_000_000 == 0;
    }

    private static String plural(String word, long n) {
        return n > 1 ? word + "s" : word;
    }

    static String number(long n) {
        if (n >= 1_000_000)
            return hundreds((int) (n / 1_000_000), true)
                    + plural(" million", n / 1_000_000)
                    + after(n % 1_000_000);
        if (n >= 1_000) {
            var thousands = (int) (n / 1_000);
            return (thousands == 1 ? "" : hundreds(thousands, false) + " ")
                    + "mille"
                    + after(n % 1_000);
        }
        return hundreds((int) n, true);
    }

    private static String after(long rest) {
        return rest == 0 ? "" : " " + number(rest);
    }

    /**
     * @param last nothing follows, or « million », which is a noun: « deux cents », « quatre-vingts
     *     »
     */
    private static String hundreds(int n, boolean last) {
        if (n < 100) return tens(n, last);
        var hundred = n / 100 == 1 ? "cent" : SMALL[n / 100] + " cent";
        if (n % 100 == 0) return n / 100 > 1 && last ? hundred + "s" : hundred;
        return hundred + " " + tens(n % 100, last);
    }

    private static String tens(int n, boolean last) {
        if (n < 20) return SMALL[n];
        var ten = n / 10;
        var unit = ten == 7 || ten == 9 ? n - (ten - 1) * 10 : n % 10;
        if (unit == 0) return ten == 8 && last ? "quatre-vingts" : TENS[ten];
        return TENS[ten] + (ten < 8 && n % 10 == 1 ? " et " : "-") + SMALL[unit];
    }
}
