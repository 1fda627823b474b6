package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A prolongation as somebody typed it: {@code scope} is SCHOOL or ALL. */
public record GraceForm(String until, String reason, String scope) {
    private static final int MAX_REASON = 500;

    public GraceForm {
        until = until == null ? "" : until.strip();
        reason = reason == null ? "" : reason.strip();
        scope = scope == null ? "" : scope;
    }

    Problems check(LocalDate today) {
        var problems = new Problems();
        var verdict = ContinuityPolicy.mayLast(day(), today);
        if (verdict != ContinuityPolicy.Verdict.ALLOWED)
            problems.add("until", t("continuity.problem." + verdict));
        if (reason.isEmpty()) problems.add("reason", t("continuity.problem.NO_REASON"));
        if (reason.length() > MAX_REASON)
            problems.add("reason", t("continuity.problem.LONG_REASON"));
        return problems;
    }

    public boolean everywhere() {
        return scope.equals("ALL");
    }

    @Nullable LocalDate day() {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
