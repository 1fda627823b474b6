package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.calendar.SchoolCalendar.Hours;
import fr.preau.calendar.SchoolCalendar.Slot;
import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The week as the director typed it, right or wrong: {@code open-1-MORNING}, {@code
 * opens-1-MORNING}, {@code closes-1-MORNING}.
 */
public record WeekForm(Map<String, String> typed) {
    static final List<DayOfWeek> DAYS =
            IntStream.rangeClosed(1, 6).mapToObj(DayOfWeek::of).toList();

    static WeekForm of(Map<Slot, Hours> week, LocalDate from) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("from", from.toString());
        for (var day : DAYS)
            for (var half : HalfDay.values()) {
                var hours = week.get(new Slot(day, half));
                if (hours != null) typed.put(name("open", day, half), "on");
                var shown = hours == null ? half.usual() : hours;
                typed.put(name("opens", day, half), shown.opens().toString());
                typed.put(name("closes", day, half), shown.closes().toString());
            }
        return new WeekForm(typed);
    }

    public static String name(String what, DayOfWeek day, HalfDay half) {
        return what + "-" + day.getValue() + "-" + half;
    }

    public String value(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    public boolean isOpen(DayOfWeek day, HalfDay half) {
        return !value(name("open", day, half)).isEmpty();
    }

    /**
     * Null when what was typed is no date; only to be asked once {@link #check} has found nothing.
     */
    @Nullable LocalDate from() {
        try {
            return LocalDate.parse(value("from"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable LocalTime time(String what, DayOfWeek day, HalfDay half) {
        try {
            return LocalTime.parse(value(name(what, day, half)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Half-days with class and their hours; those that are no hours are left out. */
    Map<Slot, Hours> week() {
        var week = new LinkedHashMap<Slot, Hours>();
        for (var day : DAYS)
            for (var half : HalfDay.values()) {
                var opens = time("opens", day, half);
                var closes = time("closes", day, half);
                if (isOpen(day, half) && opens != null && closes != null)
                    week.put(new Slot(day, half), new Hours(opens, closes));
            }
        return week;
    }

    /**
     * {@code earliest}: a week may be told for the school year under way, not for one that is over.
     */
    Problems check(LocalDate earliest) {
        var problems = new Problems();
        var from = from();
        if (from == null) problems.add("from", t("calendar.problem.from"));
        else if (from.isBefore(earliest) || from.isAfter(earliest.plusYears(3)))
            problems.add("from", t("calendar.problem.from.far"));
        var any = false;
        for (var day : DAYS)
            for (var half : HalfDay.values()) {
                any |= isOpen(day, half);
                if (isOpen(day, half)) checkHours(problems, day, half);
            }
        if (!any)
            problems.add(
                    name("open", DayOfWeek.MONDAY, HalfDay.MORNING),
                    t("calendar.problem.week.empty"));
        return problems;
    }

    private void checkHours(Problems problems, DayOfWeek day, HalfDay half) {
        var opens = time("opens", day, half);
        var closes = time("closes", day, half);
        if (opens == null || closes == null || !opens.isBefore(closes))
            problems.add(
                    name("opens", day, half),
                    t(
                            "calendar.problem.hours",
                            t("calendar.weekday." + day.getValue()),
                            half.label()));
        else if (half == HalfDay.AFTERNOON && isOpen(day, HalfDay.MORNING)) {
            var noon = time("closes", day, HalfDay.MORNING);
            if (noon != null && opens.isBefore(noon))
                problems.add(
                        name("opens", day, half),
                        t("calendar.problem.noon", t("calendar.weekday." + day.getValue())));
        }
    }

    /** « 24 h », « 23 h 30 »: what the week adds up to. */
    public String total() {
        return said(
                week().values().stream()
                        .map(h -> Duration.between(h.opens(), h.closes()))
                        .reduce(Duration.ZERO, Duration::plus));
    }

    private static String said(Duration time) {
        return time.toHours()
                + " h"
                + (time.toMinutesPart() == 0 ? "" : " %02d".formatted(time.toMinutesPart()));
    }
}
