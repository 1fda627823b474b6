package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.access.PasswordPolicy.Fault;
import fr.preau.access.PasswordPolicy.Rule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a new password must be, and what nobody is asked for. */
class PasswordPolicyTest {
    private static final Rule USUAL = new Rule(12, 1, 10, 1, 0);
    private static final Rule ACADEMY = new Rule(12, 4, 10, 3, 36);
    private static final List<String> AMINA = List.of("amina", "benali");

    private static Fault fault(Rule rule, String password) {
        return PasswordPolicy.fault(rule, password, AMINA).orElse(null);
    }

    @Test
    void a_few_words_are_enough() {
        assertThat(fault(USUAL, "cartable girafe onze vélo")).isNull();
        assertThat(fault(USUAL, "tournesol-bleu-marche")).isNull();
    }

    @Test
    void what_everybody_tries_first_is_refused_however_long() {
        assertThat(fault(USUAL, "123456789012")).isEqualTo(Fault.EASY);
        assertThat(fault(USUAL, "passwordpassword")).isEqualTo(Fault.EASY);
        assertThat(fault(USUAL, "azertyuiopqs")).isEqualTo(Fault.EASY);
    }

    @Test
    void what_anybody_would_try_for_this_person_does_not_count() {
        assertThat(fault(USUAL, "aminabenali1")).isEqualTo(Fault.EASY);
        assertThat(fault(USUAL, "Amina Bénali 2026")).isEqualTo(Fault.EASY);
        assertThat(fault(USUAL, "préau ecole 34")).isEqualTo(Fault.EASY);
        assertThat(fault(USUAL, "benali girafe onze vélo")).isNull();
    }

    @Test
    void letters_are_counted_as_people_count_them() {
        assertThat(fault(USUAL, "été vert 7")).isEqualTo(Fault.SHORT);
        assertThat(fault(USUAL, "x".repeat(129))).isEqualTo(Fault.LONG);
    }

    @Test
    void an_academy_may_ask_for_four_kinds_of_signs() {
        assertThat(fault(ACADEMY, "cartable girafe onze")).isEqualTo(Fault.KINDS);
        assertThat(fault(ACADEMY, "Cartable girafe 11 !")).isNull();
    }

    @Test
    void several_hats_keep_the_strictest_of_each() {
        assertThat(USUAL.and(new Rule(8, 4, 11, 0, 0))).isEqualTo(new Rule(12, 4, 11, 1, 0));
    }

    @Test
    void the_shortest_time_of_several_hats_is_kept_and_never_is_the_longest() {
        var twelve = new Rule(12, 1, 10, 1, 12);
        assertThat(ACADEMY.and(twelve).months()).isEqualTo(12);
        assertThat(USUAL.and(ACADEMY).months()).isEqualTo(36);
        assertThat(USUAL.and(USUAL).months()).isZero();
    }

    @Test
    void a_password_is_over_on_the_day_on_which_its_time_is_up() {
        var day = LocalDate.of(2024, 9, 10);
        assertThat(ACADEMY.isOver(day.minusYears(3).plusDays(1), day)).isFalse();
        assertThat(ACADEMY.isOver(day.minusYears(3), day)).isTrue();
        assertThat(USUAL.isOver(day.minusYears(30), day)).isFalse();
    }
}
