package fr.preau.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the days of article 11 are counted. */
class DeadlinesTest {
    private static Deadline on(String day) {
        return new Deadline(Deadline.Kind.CONCILIATION, LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, 2025-02-28",
        "2024-01-31, 2024-02-29",
        "2024-01-29, 2024-02-29",
        "2025-01-29, 2025-02-28",
        "2000-01-31, 2000-02-29",
        "2100-01-30, 2100-02-28",
        "2024-02-29, 2024-03-29",
        "2025-02-28, 2025-03-28",
        "2025-03-31, 2025-04-30",
        "2024-12-31, 2025-01-31",
        "2025-06-15, 2025-07-15"
    })
    void a_month_ends_on_the_same_day_or_on_the_last_one(LocalDate from, LocalDate until) {
        assertThat(Deadlines.months(from, 1)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-20, 2025-01-04",
        "2024-12-31, 2025-01-15",
        "2024-02-15, 2024-03-01",
        "2025-02-15, 2025-03-02",
        "2024-02-14, 2024-02-29",
        "2025-03-20, 2025-04-04"
    })
    void fifteen_days_pass_the_end_of_a_year_and_of_february(LocalDate from, LocalDate on) {
        assertThat(Deadlines.days(from, 15)).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-14, 2024-09-16, un samedi",
        "2024-09-15, 2024-09-16, un dimanche",
        "2025-04-21, 2025-04-22, un jour férié (Lundi de Pâques)",
        "2025-05-29, 2025-05-30, un jour férié (Ascension)",
        "2024-05-20, 2024-05-21, un jour férié (Lundi de Pentecôte)",
        "2025-07-14, 2025-07-15, un jour férié (Fête nationale)",
        // Christmas on a Thursday; the Friday after is worked outside Alsace and Moselle.
        "2025-12-25, 2025-12-26, un jour férié (Noël)",
        // All Saints on a Saturday.
        "2025-11-01, 2025-11-03, un jour férié (Toussaint)",
        // The 8th of May, then Ascension: two in a row.
        "2024-05-08, 2024-05-10, un jour férié (Victoire de 1945)",
        "2023-12-30, 2024-01-02, un samedi"
    })
    void a_day_on_which_nobody_works_says_so_and_the_next_one(
            String day, LocalDate worked, String why) {
        var deadline = on(day);
        assertThat(deadline.isWorked()).isFalse();
        assertThat(deadline.closed()).isEqualTo(why);
        assertThat(deadline.worked()).isEqualTo(worked);
        assertThat(deadline.day()).as("it does not move").isEqualTo(day);
    }

    @Test
    void the_day_after_christmas_and_good_friday_are_worked_here() {
        assertThat(on("2024-12-26").isWorked()).isTrue();
        assertThat(on("2025-04-18").isWorked()).isTrue();
        assertThat(on("2024-09-10").worked()).isEqualTo("2024-09-10");
    }

    @Test
    void what_is_left_is_said_in_days() {
        var deadline = on("2024-10-10");
        assertThat(deadline.left(LocalDate.of(2024, 9, 10))).isEqualTo("dans 30 jours");
        assertThat(deadline.left(LocalDate.of(2024, 10, 9))).isEqualTo("demain");
        assertThat(deadline.left(LocalDate.of(2024, 10, 10))).isEqualTo("aujourd’hui");
        assertThat(deadline.left(LocalDate.of(2024, 10, 11))).isEqualTo("passé");
    }
}
