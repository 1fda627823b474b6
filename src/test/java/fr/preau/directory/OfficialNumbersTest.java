package fr.preau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0340289E", "0341315V", "0340289e", " 0341315V "})
    void these_uai_are_valid(String uai) {
        assertThat(new Uai(uai).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0340289F",
                "0341315U",
                "0340298E",
                "0340289I",
                "340289E",
                "",
                "03402890",
                "0340289EE"
            })
    void these_uai_are_not(String uai) {
        assertThat(new Uai(uai).isValid()).isFalse();
    }

    @Test
    void one_wrong_digit_or_two_swapped_never_pass_in_a_uai() {
        for (var number = 340000; number < 340400; number++) {
            var digits = "%07d".formatted(number);
            var key = "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(number % 23);
            for (var at = 0; at < 7; at++) {
                var other = (char) ('0' + (digits.charAt(at) - '0' + 1 + number % 9) % 10);
                if (other != digits.charAt(at))
                    assertThat(
                                    new Uai(
                                                    digits.substring(0, at)
                                                            + other
                                                            + digits.substring(at + 1)
                                                            + key)
                                            .isValid())
                            .isFalse();
                if (at == 6 || digits.charAt(at) == digits.charAt(at + 1)) continue;
                var swapped =
                        digits.substring(0, at)
                                + digits.charAt(at + 1)
                                + digits.charAt(at)
                                + digits.substring(at + 2);
                assertThat(new Uai(swapped + key).isValid()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"21340069000011", "213 400 690 00011", "35600000000048", "35600000000047"})
    void these_siret_are_valid(String siret) {
        assertThat(new Siret(siret).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21340069000012",
                "21340096000011",
                "2134006900001",
                "",
                "2134006900001A",
                "35600000000049"
            })
    void these_siret_are_not(String siret) {
        assertThat(new Siret(siret).isValid()).isFalse();
    }

    @Test
    void the_siren_is_the_first_nine_digits() {
        assertThat(new Siret("213 400 690 00011").siren()).isEqualTo("213400690");
    }
}
