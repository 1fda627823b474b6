package fr.preau.coverage;

import static fr.preau.web.Wording.t;

/** How counts are shown: grouped by thousands, small ones of people not at all. */
public final class Figures {
    /** Under this many, a count of people could point at somebody. */
    private static final int SMALL = 10;

    private Figures() {}

    /** « 1 234 » */
    public static String number(long n) {
        return "%,d".formatted(n).replace(',', '\u202f');
    }

    /** A number of persons, or « moins de 10 ». */
    public static String people(long n) {
        return n < SMALL ? t("coverage.few") : number(n);
    }

    /** Whole percents, rounded down so that nothing but everything is 100; 0 of nothing. */
    static int percent(long part, long all) {
        return all == 0 ? 0 : (int) (part * 100 / all);
    }

    /** « 62 % »; a dash when there is nothing to share, or too few people to say. */
    public static String share(long part, long all) {
        return all == 0 ? "–" : t("coverage.percent", percent(part, all));
    }

    public static String shareOfPeople(long part, long all) {
        return part < SMALL ? "–" : share(part, all);
    }
}
