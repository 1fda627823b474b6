package fr.preau.quiet;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The hours as the director typed them, right or wrong. */
public record QuietForm(
        String eveningFrom, String eveningUntil, String weekendFrom, @Nullable Boolean holidays) {
    public QuietForm {
        eveningFrom = eveningFrom == null ? "" : eveningFrom.strip();
        eveningUntil = eveningUntil == null ? "" : eveningUntil.strip();
        weekendFrom = weekendFrom == null ? "" : weekendFrom.strip();
    }

    static QuietForm of(QuietRule rule) {
        return new QuietForm(
                rule.eveningFrom().toString(),
                rule.eveningUntil().toString(),
                rule.weekendFrom() == null ? "" : rule.weekendFrom().toString(),
                rule.holidays());
    }

    Problems check() {
        var problems = new Problems();
        if (!QuietPolicy.mayStart(time(eveningFrom)))
            problems.add("evening-from", t("quiet.problem.from"));
        if (!QuietPolicy.mayEnd(time(eveningUntil)))
            problems.add("evening-until", t("quiet.problem.until"));
        if (!weekendFrom.matches("[0-9]?") || !QuietPolicy.mayOpenWeekend(weekend()))
            problems.add("weekend-from", t("quiet.problem.weekend"));
        return problems;
    }

    /** Only to be asked once {@link #check} has found nothing. */
    QuietRule rule() {
        return new QuietRule(
                LocalTime.parse(eveningFrom),
                LocalTime.parse(eveningUntil),
                weekend(),
                Boolean.TRUE.equals(holidays));
    }

    private @Nullable Integer weekend() {
        return weekendFrom.isEmpty() ? null : Integer.valueOf(weekendFrom);
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
