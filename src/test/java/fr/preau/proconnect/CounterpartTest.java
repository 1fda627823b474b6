package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import fr.preau.proconnect.Refusal.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A counterpart that fails, lies about itself or changes its keys. */
class CounterpartTest extends ForgedDoor {
    @Test
    void a_counterpart_that_fails_is_said_to_be_unavailable() {
        isRefused("an error", Reason.UNAVAILABLE, f -> f.status = 500);
        isRefused("a refusal of the code", Reason.REJECTED, f -> f.status = 400);
        isRefused("too much", Reason.UNAVAILABLE, f -> f.padding = new byte[70_000]);
        isRefused("elsewhere", Reason.UNAVAILABLE, f -> f.redirect = f.base() + "/elsewhere");
        assertThat(forger.asked).doesNotContain("/elsewhere");
        enters("the premise", f -> {});
        var leaver = leaves();
        prepare(leaver);
        forger.silent = true;
        registration.put(forger.counterpart());
        assertThat(leaver.back()).as("no answer").isEqualTo("/proconnect/refused/unavailable");
        forger.close();
        registration.put(forger.counterpart());
        assertThat(visitors.stranger().ask("/proconnect").location())
                .as("nobody there")
                .isEqualTo("/proconnect/refused/unavailable");
        assertThat(visitors.stranger().open("/proconnect/refused/unavailable").words())
                .contains("identifiant et un mot de passe");
    }

    @Test
    void what_it_says_of_itself_leads_nowhere_else() {
        var changes = new LinkedHashMap<String, Object>();
        changes.put("issuer", "https://evil.example");
        for (var name :
                List.of(
                        "authorization_endpoint",
                        "token_endpoint",
                        "userinfo_endpoint",
                        "jwks_uri",
                        "end_session_endpoint"))
            for (var address :
                    Arrays.asList(
                            "https://evil.example/x",
                            "http://127.0.0.2:5432/",
                            "http://u:p@localhost:" + URI.create(forger.base()).getPort() + "/x",
                            "file:///etc/passwd",
                            "javascript:alert(1)",
                            forger.base() + "/x#y",
                            forger.base() + "/x?y=z",
                            "",
                            null)) {
                forger.beRight();
                forger.description.put(name, address);
                registration.put(forger.counterpart());
                assertThat(visitors.stranger().ask("/proconnect").location())
                        .as(name + " " + address)
                        .isEqualTo("/proconnect/refused/unavailable");
            }
        forger.beRight();
        forger.description.put("issuer", "https://evil.example");
        registration.put(forger.counterpart());
        assertThat(visitors.stranger().ask("/proconnect").location())
                .isEqualTo("/proconnect/refused/unavailable");
    }

    @Test
    void only_hosts_that_were_written_down_are_asked() {
        var real =
                new Counterpart(
                        Forger.ISSUER,
                        URI.create(Forger.ISSUER + "/.well-known/openid-configuration"),
                        Forger.CLIENT,
                        Forger.SECRET,
                        JWSAlgorithm.RS256,
                        java.util.Set.of("keys.example"),
                        Duration.ofSeconds(1),
                        false);
        for (var right : List.of("https://proconnect.example/x", "https://KEYS.example:443/jwks"))
            assertThat(real.mayAsk(URI.create(right))).as(right).isTrue();
        for (var wrong :
                List.of(
                        "http://proconnect.example/x",
                        "https://proconnect.example.evil.example/x",
                        "https://proconnect.example@evil.example/x",
                        "https://u@proconnect.example/x",
                        "https://proconnect.example:8443/x",
                        "https://169.254.169.254/x",
                        "https:/x",
                        "/x",
                        "file:///proconnect.example"))
            assertThat(real.mayAsk(URI.create(wrong))).as(wrong).isFalse();
    }

    @Test
    void a_new_key_is_learned_and_not_asked_for_at_every_forgery() {
        enters("the key of before", f -> {});
        var next = Forger.ec("next");
        Consumer<Forger> signedByNext =
                f -> {
                    f.key = next;
                    f.published = new JWKSet(next);
                };
        isRefused("seen a moment ago", Reason.SIGNATURE, signedByNext);
        assertThat(forger.asked).doesNotContain("/jwks");
        clock.moveBy(Duration.ofMinutes(1));
        enters("a minute later", signedByNext);
        assertThat(forger.asked).contains("/jwks");
        isRefused(
                "the key of before",
                Reason.SIGNATURE,
                f -> {
                    var before = f.key;
                    f.published = new JWKSet(next);
                    f.idSigning = c -> Forger.signed(c, before, f.algorithm, "key");
                });
    }
}
