package fr.preau.passwords;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A choice as somebody typed it, right or wrong. */
public record HabitForm(String habit, @Nullable Boolean guardians, String from) {
    public HabitForm {
        habit = habit == null ? "" : habit;
        from = from == null ? "" : from.strip();
    }

    Problems check(LocalDate today) {
        var problems = new Problems();
        if (Arrays.stream(Habit.values()).noneMatch(one -> one.name().equals(habit)))
            problems.add("habit", t("passwords.problem.habit"));
        var start = HabitPolicy.mayStart(day(), today);
        if (start != HabitPolicy.Start.ALLOWED)
            problems.add("from", t("passwords.problem." + start));
        return problems;
    }

    /** Only to be asked once {@link #check} has found nothing. */
    Habit chosen() {
        return Habit.valueOf(habit);
    }

    LocalDate start() {
        return LocalDate.parse(from);
    }

    public boolean families() {
        return Boolean.TRUE.equals(guardians);
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
