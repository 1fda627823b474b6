package fr.preau.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.directory.Picker;
import fr.preau.liaison.LiaisonPolicy.Deadline;
import fr.preau.liaison.LiaisonPolicy.Reminding;
import fr.preau.liaison.LiaisonPolicy.Replying;
import fr.preau.liaison.LiaisonPolicy.Sending;
import fr.preau.liaison.LiaisonPolicy.Signing;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiaisonPolicyTest {
    private static final Picker.Circle CP =
            new Picker.Circle(1, "École", 10, "CLASS_FAMILIES", "CLASS", "CP A", 24, 3);
    private static final Picker.Circle EMPTY =
            new Picker.Circle(1, "École", 11, "CLASS_FAMILIES", "CLASS", "CE1", 0, 0);
    private static final Picker.Circle ELSEWHERE =
            new Picker.Circle(2, "Maternelle", 12, "SCHOOL_FAMILIES", null, null, 60, 0);
    private static final Picker.Family YANIS = new Picker.Family(1, 100, "Yanis Benali", "CP A");

    private static Sending sending(String... chosen) {
        return LiaisonPolicy.maySend(
                List.of(chosen),
                new Picker(List.of(CP, EMPTY, ELSEWHERE), List.of(YANIS), Set.of(chosen)));
    }

    @Test
    void an_author_writes_to_circles_and_families_within_reach() {
        assertThat(sending("c10")).isEqualTo(Sending.ALLOWED);
        assertThat(sending("p100")).isEqualTo(Sending.ALLOWED);
        assertThat(sending("c10", "p100")).isEqualTo(Sending.ALLOWED);
    }

    @Test
    void a_note_goes_to_somebody_within_reach_of_one_school_who_has_a_child() {
        assertThat(sending()).isEqualTo(Sending.NOBODY);
        assertThat(sending("c10", "c99")).isEqualTo(Sending.OUT_OF_REACH);
        assertThat(sending("p10")).isEqualTo(Sending.OUT_OF_REACH);
        assertThat(sending("oops")).isEqualTo(Sending.OUT_OF_REACH);
        assertThat(sending("c10", "c12")).isEqualTo(Sending.SEVERAL_SCHOOLS);
        assertThat(sending("c11")).isEqualTo(Sending.NO_CHILD);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-09,PAST",
        "2024-09-10,ALLOWED",
        "2025-09-10,ALLOWED",
        "2025-09-11,TOO_FAR"
    })
    void a_deadline_is_within_the_coming_year(LocalDate deadline, Deadline verdict) {
        assertThat(LiaisonPolicy.mayAsk(deadline, LocalDate.of(2024, 9, 10))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "true,false,ALLOWED",
        "false,false,READS_ONLY",
        "true,true,ALREADY",
        "false,true,ALREADY"
    })
    void who_may_sign_signs_once(boolean signs, boolean signed, Signing verdict) {
        assertThat(LiaisonPolicy.maySign(signs, signed)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "true,2024-09-10,ALLOWED",
        "true,2024-09-11,ALLOWED",
        "true,2024-09-09,LATE",
        "false,2024-09-11,READS_ONLY"
    })
    void a_request_is_answered_until_the_end_of_its_day(
            boolean signs, LocalDate deadline, LiaisonPolicy.Deciding verdict) {
        assertThat(LiaisonPolicy.mayDecide(signs, deadline, LocalDate.of(2024, 9, 10)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        ",2025-08-31,ALLOWED",
        ",2024-09-10,ALLOWED",
        ",2024-09-09,EXPIRED",
        "2024-09-10T06:00:00Z,2025-08-31,ENDED"
    })
    void a_coupon_lasts_its_school_year_unless_the_note_is_to_be_signed_anew(
            Instant endedAt, LocalDate expiresOn, LiaisonPolicy.Scanning verdict) {
        assertThat(LiaisonPolicy.mayScan(endedAt, expiresOn, LocalDate.of(2024, 9, 10)))
                .isEqualTo(verdict);
    }

    @Test
    void an_answer_is_open_not_empty_and_short() {
        assertThat(LiaisonPolicy.mayReply(true, "Oui")).isEqualTo(Replying.ALLOWED);
        assertThat(LiaisonPolicy.mayReply(false, "Oui")).isEqualTo(Replying.CLOSED);
        assertThat(LiaisonPolicy.mayReply(true, " \n")).isEqualTo(Replying.EMPTY);
        assertThat(LiaisonPolicy.mayReply(true, "é".repeat(2_000))).isEqualTo(Replying.ALLOWED);
        assertThat(LiaisonPolicy.mayReply(true, "é".repeat(2_001))).isEqualTo(Replying.TOO_LONG);
        assertThat(LiaisonPolicy.mayReply(true, "🦔".repeat(2_000))).isEqualTo(Replying.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "0,,NOBODY_WAITS",
        "3,,ALLOWED",
        "3,2024-09-10T06:05:01Z,TOO_SOON",
        "3,2024-09-10T06:05:00Z,ALLOWED"
    })
    void families_are_reminded_at_most_once_an_hour(int waiting, Instant last, Reminding verdict) {
        assertThat(LiaisonPolicy.mayRemind(waiting, last, Instant.parse("2024-09-10T07:05:00Z")))
                .isEqualTo(verdict);
    }

    @Test
    void the_author_and_the_director_correct_a_note() {
        var note =
                new Note(
                        1,
                        "École",
                        null,
                        7,
                        50,
                        "Hélène Costa",
                        "Titre",
                        "Texte",
                        Category.OTHER,
                        Rule.ONE,
                        true,
                        null,
                        "Familles de CP A",
                        Instant.EPOCH,
                        null,
                        false,
                        Instant.EPOCH,
                        false,
                        false);
        assertThat(LiaisonPolicy.mayCorrect(teacher(50, RoleKind.TEACHER, 1), note)).isTrue();
        assertThat(LiaisonPolicy.mayCorrect(teacher(51, RoleKind.DIRECTOR, 1), note)).isTrue();
        assertThat(LiaisonPolicy.mayCorrect(teacher(51, RoleKind.DIRECTOR, 2), note)).isFalse();
        assertThat(LiaisonPolicy.mayCorrect(teacher(51, RoleKind.TEACHER, 1), note)).isFalse();
    }

    private static Actor teacher(long person, RoleKind kind, long school) {
        return new Actor(
                1, person, Profile.TEACHER, List.of(new Actor.Role(kind, school)), List.of(person));
    }
}
