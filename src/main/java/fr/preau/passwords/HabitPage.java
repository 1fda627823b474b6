package fr.preau.passwords;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Both habits in words, the one in force in an académie, those that are planned. */
public record HabitPage(
        List<Academy> academies,
        Academy academy,
        boolean decides,
        @Nullable Choice now,
        List<Choice> planned,
        List<Described> habits,
        HabitForm form,
        LocalDate today,
        Problems problems)
        implements Page {
    public record Academy(long id, String name) {}

    public record Choice(
            long id,
            Habit habit,
            boolean guardians,
            LocalDate fromOn,
            Instant chosenAt,
            String by) {
        /** Whom it is asked of. */
        public String whom() {
            if (habit == Habit.USUAL) return t("passwords.whom.all");
            return t(guardians ? "passwords.whom.families" : "passwords.whom.staff");
        }
    }

    record Figures(int minLength, int minKinds, int remembers, int months) {}

    /** A habit as people compare it. */
    public record Described(Habit habit, List<String> sentences) {
        static Described of(Habit habit, Optional<Figures> figures) {
            return new Described(habit, figures.map(Described::say).orElseGet(List::of));
        }

        private static List<String> say(Figures figures) {
            var said = new ArrayList<String>();
            said.add(t("passwords.said.length", figures.minLength()));
            said.add(t("passwords.said.guess"));
            said.add(
                    figures.minKinds() > 1
                            ? t("passwords.said.kinds", figures.minKinds())
                            : t("passwords.said.no-kinds"));
            said.add(
                    figures.remembers() > 1
                            ? t("passwords.said.last", figures.remembers())
                            : t("passwords.said.same"));
            said.add(
                    figures.months() > 0
                            ? t("passwords.said.months", age(figures.months()))
                            : t("passwords.said.never"));
            return said;
        }

        private static String age(int months) {
            return months % 12 == 0 && months > 12
                    ? t("passwords.years", months / 12)
                    : t("passwords.months", months);
        }

        public String title() {
            return t("passwords.habit." + habit);
        }
    }

    @Override
    public String title() {
        return t("passwords.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean inForce(Habit habit) {
        return habit == (now == null ? Habit.USUAL : now.habit());
    }
}
