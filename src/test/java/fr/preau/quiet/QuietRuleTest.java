package fr.preau.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietRuleTest {
    private static final LocalTime EIGHT = LocalTime.of(20, 0);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);
    private static final QuietRule USUAL = new QuietRule(EIGHT, SEVEN, 5, false);
    private static final QuietRule EVENINGS = new QuietRule(EIGHT, SEVEN, null, false);

    /** Autumn holidays of zone C in 2024. */
    private static final Predicate<LocalDate> AUTUMN =
            day ->
                    !day.isBefore(LocalDate.of(2024, 10, 19))
                            && !day.isAfter(LocalDate.of(2024, 11, 3));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(School.PARIS).toInstant();
    }

    private static String opens(QuietRule rule, String local) {
        return rule.opensAt(at(local), AUTUMN).atZone(School.PARIS).toLocalDateTime().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-10T08:05, 2024-09-10T08:05",
        "2024-09-10T19:59:59, 2024-09-10T19:59:59",
        "2024-09-10T20:00, 2024-09-11T07:00",
        "2024-09-10T23:30, 2024-09-11T07:00",
        "2024-09-11T00:00, 2024-09-11T07:00",
        "2024-09-11T06:59:59, 2024-09-11T07:00",
        "2024-09-11T07:00, 2024-09-11T07:00",
        "2024-09-13T19:59, 2024-09-13T19:59",
        "2024-09-13T20:00, 2024-09-16T07:00",
        "2024-09-14T12:00, 2024-09-16T07:00",
        "2024-09-15T21:00, 2024-09-16T07:00",
        "2024-09-16T06:00, 2024-09-16T07:00",
        "2024-12-31T22:00, 2025-01-01T07:00"
    })
    void the_hours_of_the_region(String at, String opens) {
        assertThat(opens(USUAL, at)).isEqualTo(opens);
    }

    @Test
    void a_school_may_leave_saturdays_and_sundays_open() {
        assertThat(opens(EVENINGS, "2024-09-13T20:00")).isEqualTo("2024-09-14T07:00");
        assertThat(opens(EVENINGS, "2024-09-15T12:00")).isEqualTo("2024-09-15T12:00");
        var saturday = new QuietRule(EIGHT, SEVEN, 6, false);
        assertThat(opens(saturday, "2024-09-13T21:00")).isEqualTo("2024-09-14T07:00");
        assertThat(opens(saturday, "2024-09-14T12:00")).isEqualTo("2024-09-14T12:00");
        assertThat(opens(saturday, "2024-09-14T21:00")).isEqualTo("2024-09-16T07:00");
    }

    @Test
    void the_morning_is_seven_by_the_clock_in_the_nights_in_which_it_changes() {
        assertThat(USUAL.opensAt(at("2024-10-26T22:00"), day -> false))
                .as("back to winter: 59 hours after Friday 20:00 would be Monday 6:00")
                .isEqualTo(Instant.parse("2024-10-28T06:00:00Z"));
        assertThat(USUAL.opensAt(at("2025-03-29T22:00"), day -> false))
                .isEqualTo(Instant.parse("2025-03-31T05:00:00Z"));
        assertThat(EVENINGS.opensAt(Instant.parse("2024-10-27T00:30:00Z"), day -> false))
                .as("the first 2:30 of that night")
                .isEqualTo(Instant.parse("2024-10-27T06:00:00Z"));
        assertThat(EVENINGS.opensAt(Instant.parse("2024-10-27T01:30:00Z"), day -> false))
                .as("the second one")
                .isEqualTo(Instant.parse("2024-10-27T06:00:00Z"));
    }

    @Test
    void holidays_count_only_where_the_school_says_so() {
        var holidays = new QuietRule(EIGHT, SEVEN, 5, true);
        assertThat(opens(USUAL, "2024-10-22T10:00")).isEqualTo("2024-10-22T10:00");
        assertThat(opens(holidays, "2024-10-22T10:00")).isEqualTo("2024-11-04T07:00");
        assertThat(opens(holidays, "2024-10-18T20:30"))
                .as("an evening, a weekend, then holidays")
                .isEqualTo("2024-11-04T07:00");
        assertThat(opens(holidays, "2024-10-18T19:30")).isEqualTo("2024-10-18T19:30");
    }

    @Test
    void a_summer_is_held_until_its_end() {
        var holidays = new QuietRule(EIGHT, SEVEN, null, true);
        var september = LocalDate.of(2024, 9, 2);
        assertThat(holidays.opensAt(at("2024-07-06T10:00"), day -> day.isBefore(september)))
                .isEqualTo(at("2024-09-02T07:00"));
    }
}
