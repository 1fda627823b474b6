package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.calendar.SchoolCalendar.Cause;
import fr.preau.calendar.SchoolCalendar.Hours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** One day as it is shown: how it looks, why, and its hours. */
public record Day(LocalDate date, String look, String label, String hours) {
    static Day of(SchoolCalendar calendar, LocalDate date) {
        var morning = calendar.isSchoolHalfDay(date, HalfDay.MORNING);
        var afternoon = calendar.isSchoolHalfDay(date, HalfDay.AFTERNOON);
        if (morning || afternoon)
            return new Day(
                    date,
                    lookOfClass(calendar, date, morning && afternoon),
                    t(
                            "calendar.day."
                                    + (morning && afternoon
                                            ? "WHOLE"
                                            : morning ? "MORNING" : "AFTERNOON")),
                    hoursOf(calendar, date));
        return new Day(date, lookOfRest(calendar, date), rest(calendar, date), "");
    }

    private static String lookOfClass(SchoolCalendar calendar, LocalDate date, boolean whole) {
        for (var half : HalfDay.values())
            if (calendar.cause(date, half) == Cause.WORKING) return "working";
        return whole ? "open" : "half";
    }

    private static String lookOfRest(SchoolCalendar calendar, LocalDate date) {
        return switch (strongest(calendar, date)) {
            case CLOSED -> "closed";
            case HOLIDAY -> "holiday";
            case BREAK, BRIDGE, SUMMER -> "break";
            default -> "none";
        };
    }

    private static String rest(SchoolCalendar calendar, LocalDate date) {
        var cause = strongest(calendar, date);
        return switch (cause) {
            case CLOSED -> {
                var decided = calendar.decided(date, HalfDay.MORNING);
                if (decided == null) decided = calendar.decided(date, HalfDay.AFTERNOON);
                yield decided == null ? "" : decided.reason();
            }
            case HOLIDAY -> PublicHoliday.on(date).map(PublicHoliday::label).orElse("");
            case BREAK, BRIDGE ->
                    calendar.breakOn(date).map(b -> t("calendar.break." + b.kind())).orElse("");
            case SUMMER -> t("calendar.break.SUMMER");
            default -> t("calendar.day.NONE");
        };
    }

    /** The stronger of the two halves: causes are declared in that order. */
    private static Cause strongest(SchoolCalendar calendar, LocalDate date) {
        var morning = calendar.cause(date, HalfDay.MORNING);
        var afternoon = calendar.cause(date, HalfDay.AFTERNOON);
        return morning.compareTo(afternoon) <= 0 ? morning : afternoon;
    }

    private static String hoursOf(SchoolCalendar calendar, LocalDate date) {
        var hours = new ArrayList<String>();
        for (var half : HalfDay.values())
            calendar.hours(date, half).map(Day::said).ifPresent(hours::add);
        return String.join(", ", hours);
    }

    static String said(Hours hours) {
        return t("calendar.hours", said(hours.opens()), said(hours.closes()));
    }

    /** « 8 h 30 », « 9 h ». */
    private static String said(LocalTime time) {
        return time.getHour()
                + " h"
                + (time.getMinute() == 0 ? "" : " %02d".formatted(time.getMinute()));
    }

    public boolean isSchool() {
        return List.of("open", "half", "working").contains(look);
    }
}
