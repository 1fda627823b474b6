package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The official dates of a zone and a year as they were typed: {@code YEAR-from}, {@code YEAR-to},
 * {@code WINTER-from}…
 */
public record OfficialForm(Map<String, String> typed) {
    static final List<String> KINDS = List.of("AUTUMN", "CHRISTMAS", "WINTER", "SPRING", "BRIDGE");

    public String value(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    @Nullable LocalDate date(String name) {
        try {
            return LocalDate.parse(value(name));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The holidays that have been told; only to be asked once {@link #check} has found nothing. */
    List<SchoolCalendar.Break> breaks() {
        var breaks = new ArrayList<SchoolCalendar.Break>();
        for (var kind : KINDS) {
            var from = date(kind + "-from");
            var to = date(kind + "-to");
            if (from != null && to != null) breaks.add(new SchoolCalendar.Break(kind, from, to));
        }
        return breaks;
    }

    Problems check(int year) {
        var problems = new Problems();
        var first = date("YEAR-from");
        var last = date("YEAR-to");
        if (first == null
                || first.isBefore(LocalDate.of(year, 8, 1))
                || first.isAfter(LocalDate.of(year, 10, 31)))
            problems.add("YEAR-from", t("calendar.problem.official.start", year));
        if (last == null
                || last.isBefore(LocalDate.of(year + 1, 6, 1))
                || last.isAfter(LocalDate.of(year + 1, 7, 31)))
            problems.add("YEAR-to", t("calendar.problem.official.end", year + 1));
        if (problems.any() || first == null || last == null) return problems;
        var before = first;
        for (var kind : KINDS) before = check(kind, before, last, problems);
        return problems;
    }

    /** Holidays follow each other inside the year; both dates, or none. */
    private LocalDate check(String kind, LocalDate before, LocalDate last, Problems problems) {
        if (value(kind + "-from").isEmpty() && value(kind + "-to").isEmpty()) return before;
        var from = date(kind + "-from");
        var to = date(kind + "-to");
        if (from == null)
            problems.add(
                    kind + "-from",
                    t("calendar.problem.official.date", t("calendar.break." + kind)));
        if (to == null)
            problems.add(
                    kind + "-to", t("calendar.problem.official.date", t("calendar.break." + kind)));
        if (from == null || to == null) return before;
        if (to.isBefore(from)) problems.add(kind + "-to", t("calendar.problem.order"));
        else if (from.isBefore(before) || to.isAfter(last))
            problems.add(
                    kind + "-from",
                    t("calendar.problem.official.order", t("calendar.break." + kind)));
        return to;
    }
}
