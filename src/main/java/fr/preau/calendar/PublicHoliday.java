package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import java.time.LocalDate;
import java.util.Optional;

/** The public holidays of the Code du travail; five of them follow Easter. */
public enum PublicHoliday {
    NEW_YEAR(1, 1),
    EASTER_MONDAY(1),
    LABOUR_DAY(5, 1),
    VICTORY_1945(5, 8),
    ASCENSION(39),
    WHIT_MONDAY(50),
    NATIONAL_DAY(7, 14),
    ASSUMPTION(8, 15),
    ALL_SAINTS(11, 1),
    ARMISTICE_1918(11, 11),
    CHRISTMAS(12, 25);

    private final int month;
    private final int day;
    private final int afterEaster;

    PublicHoliday(int month, int day) {
        this.month = month;
        this.day = day;
        this.afterEaster = 0;
    }

    PublicHoliday(int afterEaster) {
        this.month = 0;
        this.day = 0;
        this.afterEaster = afterEaster;
    }

    public static Optional<PublicHoliday> on(LocalDate date) {
        for (var holiday : values())
            if (holiday.in(date.getYear()).equals(date)) return Optional.of(holiday);
        return Optional.empty();
    }

    LocalDate in(int year) {
        return month > 0 ? LocalDate.of(year, month, day) : easter(year).plusDays(afterEaster);
    }

    public String label() {
        return t("calendar.holiday." + name());
    }

    /** Sunday of Easter in the Gregorian calendar (Butcher, 1876). */
    static LocalDate easter(int year) {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
