package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Agreement;
import fr.preau.disputes.DisputePolicy.Verdict;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a party holds against the other, as typed. */
public record OpeningForm(@Nullable Long agreement, @Nullable String day, @Nullable String words) {
    public OpeningForm {
        day = Typed.line(day);
        words = Typed.lines(words);
    }

    Problems check(Agreement of, LocalDate today) {
        var problems = new Problems();
        var on = date();
        if (on == null) problems.add("day", t("disputes.problem.day"));
        var verdict = DisputePolicy.mayOpen(of, on == null ? today : on, today);
        if (verdict == Verdict.NOT_IN_FORCE)
            problems.add("agreement", t("disputes.problem.NOT_IN_FORCE"));
        else if (verdict == Verdict.IN_FUTURE) problems.add("day", t("disputes.problem.IN_FUTURE"));
        else if (verdict == Verdict.BEFORE_LAST)
            problems.add("day", t("disputes.problem.before-effect"));
        StepForm.checkWords(text(), true, problems);
        return problems;
    }

    String text() {
        return Objects.requireNonNullElse(words, "");
    }

    /** Only to be asked once {@link #check} has found nothing. */
    @Nullable LocalDate date() {
        return Typed.day(Objects.requireNonNullElse(day, ""));
    }
}
