package fr.preau.passwords;

import fr.preau.web.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an académie decided about passwords; of no school. */
sealed interface HabitFact extends Fact {
    record PasswordHabitChosen(
            @Nullable Long school,
            Long account,
            Long person,
            long academy,
            Habit habit,
            LocalDate from,
            long choice)
            implements HabitFact {
        @Override
        public String identity() {
            return "password-habit " + choice;
        }

        @Override
        public String subject() {
            return "academy " + academy + " " + habit + " " + from;
        }
    }

    /** A choice that had not begun. */
    record PasswordHabitTakenBack(
            @Nullable Long school, Long account, Long person, long academy, long choice)
            implements HabitFact {
        @Override
        public String identity() {
            return "password-habit-back " + choice;
        }

        @Override
        public String subject() {
            return "academy " + academy + " choice " + choice;
        }
    }
}
