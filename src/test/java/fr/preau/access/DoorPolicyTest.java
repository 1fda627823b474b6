package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoorPolicyTest {
    @Test
    void a_household_is_one_network_whatever_its_addresses() {
        assertThat(DoorPolicy.networkOf("2001:db8:1:2::1"))
                .isEqualTo(DoorPolicy.networkOf("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(DoorPolicy.networkOf("2001:db8:1:3::1"));
        assertThat(DoorPolicy.networkOf("192.0.2.1"))
                .isNotEqualTo(DoorPolicy.networkOf("192.0.2.2"))
                .isEqualTo(DoorPolicy.networkOf("::ffff:192.0.2.1"));
    }

    @Test
    void the_first_four_failures_cost_nothing_and_the_wait_then_doubles_up_to_an_hour() {
        assertThat(DoorPolicy.waitAfter(4)).isEqualTo(Duration.ZERO);
        assertThat(DoorPolicy.waitAfter(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(DoorPolicy.waitAfter(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(DoorPolicy.waitAfter(50)).isEqualTo(Duration.ofHours(1));
    }

    /** RFC 6238, appendix B, SHA-1, the last six digits. */
    @Test
    void codes_are_those_of_the_standard() {
        var secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertThat(Totp.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Totp.code(secret, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
        assertThat(Totp.code(secret, Instant.ofEpochSecond(20000000000L))).isEqualTo("353130");
    }

    @Test
    void a_code_is_worth_something_for_a_minute_and_a_half() {
        var secret = Totp.secret();
        var now = Instant.parse("2024-09-10T06:05:00Z");
        var code = Totp.code(secret, now);
        assertThat(Totp.stepOf(secret, code, now.plusSeconds(30))).isPresent();
        assertThat(Totp.stepOf(secret, code, now.plusSeconds(90))).isEmpty();
    }

    @Test
    void twelve_pictures_in_four_places_make_more_than_fourteen_bits() {
        assertThat(Math.pow(Pictures.ALL.size(), Pictures.LENGTH)).isGreaterThan(Math.pow(2, 14));
        assertThat(Pictures.propose()).hasSize(4).doesNotHaveDuplicates();
    }
}
