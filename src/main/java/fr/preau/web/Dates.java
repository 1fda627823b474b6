package fr.preau.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as people say them: « demain », « jeudi 12 septembre », « à 16 h 42 ». */
public final class Dates {
    public static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H 'h' mm", Locale.FRENCH);

    private Dates() {}

    public static String day(LocalDate day, LocalDate today) {
        return switch (Math.clamp(ChronoUnit.DAYS.between(today, day), -2, 2)) {
            case -1 -> "hier";
            case 0 -> "aujourd’hui";
            case 1 -> "demain";
            default ->
                    (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR)
                            .format(day)
                            .replace(" 1 ", " 1er ");
        };
    }

    /** « mardi 10 septembre », whatever today is. */
    public static String full(LocalDate day) {
        return DAY.format(day).replace(" 1 ", " 1er ");
    }

    /** « mardi 10 septembre 2024 »: on paper nobody knows which day was « demain ». */
    public static String onPaper(LocalDate day) {
        return DAY_OF_YEAR.format(day).replace(" 1 ", " 1er ");
    }

    /** « mardi 10 septembre 2024 à 8 h 05 » */
    public static String onPaper(Instant moment) {
        var local = moment.atZone(SCHOOL_TIME);
        return onPaper(local.toLocalDate()) + " à " + TIME.format(local);
    }

    /** « 8 h 05 » */
    public static String time(Instant moment) {
        return TIME.format(moment.atZone(SCHOOL_TIME));
    }

    public static String moment(Instant moment, LocalDate today) {
        var local = moment.atZone(SCHOOL_TIME);
        return day(local.toLocalDate(), today) + " à " + TIME.format(local);
    }
}
