package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A closure or an added day as it was typed. */
public record DecisionForm(
        String kind, String from, String fromHalf, String to, String toHalf, String reason) {
    static final int REASON = 120;
    static final DecisionForm EMPTY =
            new DecisionForm("CLOSED", "", "MORNING", "", "AFTERNOON", "");

    public DecisionForm {
        kind = clean(kind);
        from = clean(from);
        fromHalf = clean(fromHalf);
        to = clean(to);
        toHalf = clean(toHalf);
        reason = clean(reason);
    }

    private static String clean(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    }

    Problems check(LocalDate earliest) {
        var problems = new Problems();
        if (!kind.equals("CLOSED") && !kind.equals("WORKING"))
            problems.add("kind", t("calendar.problem.kind"));
        var first = date(from);
        var last = to.isEmpty() ? first : date(to);
        if (first == null) problems.add("day-from", t("calendar.problem.first"));
        else if (first.isBefore(earliest) || first.isAfter(earliest.plusYears(3)))
            problems.add("day-from", t("calendar.problem.from.far"));
        if (last == null && first != null) problems.add("day-to", t("calendar.problem.last"));
        if (first != null && last != null && !isForward(first, last))
            problems.add("day-to", t("calendar.problem.order"));
        if (first != null && last != null && last.isAfter(first.plusMonths(3)))
            problems.add("day-to", t("calendar.problem.long"));
        if (reason.isEmpty()) problems.add("reason", t("calendar.problem.reason"));
        if (reason.codePointCount(0, reason.length()) > REASON)
            problems.add("reason", t("calendar.problem.reason.long", REASON));
        return problems;
    }

    private boolean isForward(LocalDate first, LocalDate last) {
        return first.isBefore(last)
                || first.equals(last)
                        && half(fromHalf, HalfDay.MORNING)
                                        .compareTo(half(toHalf, HalfDay.AFTERNOON))
                                <= 0;
    }

    /** Only to be asked once {@link #check} has found nothing. */
    SchoolCalendar.Decision decision() {
        var first = LocalDate.parse(from);
        return new SchoolCalendar.Decision(
                0,
                kind.equals("CLOSED"),
                first,
                half(fromHalf, HalfDay.MORNING),
                to.isEmpty() ? first : LocalDate.parse(to),
                half(toHalf, HalfDay.AFTERNOON),
                reason);
    }

    private static HalfDay half(String typed, HalfDay usual) {
        return typed.equals("MORNING")
                ? HalfDay.MORNING
                : typed.equals("AFTERNOON") ? HalfDay.AFTERNOON : usual;
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
