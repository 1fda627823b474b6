package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import fr.preau.database.Unusable;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** What the settings must say of ProConnect, or say nothing. */
class RegistrationTest {
    private static final Map<String, String> RIGHT =
            Map.of(
                    "discovery",
                    "https://auth.example/api/v2/.well-known/openid-configuration",
                    "client",
                    "préau",
                    "secret",
                    "a secret",
                    "signature",
                    "ES256");

    private static Registration with(String name, String value) {
        var all = new TreeMap<>(RIGHT);
        all.put(name, value);
        var settings = new MockEnvironment();
        all.forEach((key, said) -> settings.setProperty("preau.proconnect." + key, said));
        return new Registration(settings);
    }

    @Test
    void without_an_address_there_is_no_door() {
        assertThat(with("discovery", "").current()).isEmpty();
        assertThat(new Registration(new MockEnvironment()).current()).isEmpty();
    }

    @Test
    void the_settings_say_who_is_who() {
        var counterpart = with("hosts", "Keys.example, other.example").current().orElseThrow();
        assertThat(counterpart.issuer()).isEqualTo("https://auth.example/api/v2");
        assertThat(counterpart.algorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(counterpart.hosts()).containsExactlyInAnyOrder("keys.example", "other.example");
        assertThat(counterpart.local()).isFalse();
        assertThat(with("issuer", "https://other.example").current().orElseThrow().issuer())
                .isEqualTo("https://other.example");
    }

    @Test
    void what_cannot_be_trusted_does_not_start() {
        for (var wrong :
                new String[][] {
                    {"discovery", "http://auth.example/api/v2/.well-known/openid-configuration"},
                    {"discovery", "https://auth.example/api/v2"},
                    {"client", ""},
                    {"secret", " "},
                    {"signature", "HS256"},
                    {"signature", "none"},
                    {"signature", ""}
                })
            assertThatThrownBy(() -> with(wrong[0], wrong[1]))
                    .as(wrong[0] + " " + wrong[1])
                    .isInstanceOf(Unusable.class);
    }
}
