package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import fr.preau.access.Tokens;
import fr.preau.proconnect.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is asked of ProConnect, and what it says: believed down to the last claim or not at all. */
class ProConnectTest extends ForgedDoor {
    @Test
    void nothing_more_is_asked_than_proconnect_admits() {
        var address = visitors.stranger().ask("/proconnect?then=/tools").location();
        var asked = query(address);
        assertThat(asked.keySet())
                .containsExactlyInAnyOrder(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "claims");
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(asked.get("nonce"))
                .hasSizeGreaterThanOrEqualTo(32)
                .isNotEqualTo(asked.get("state"));
        assertThat(asked.get("redirect_uri")).isEqualTo(visitors.address() + "/proconnect/return");
        assertThat(asked.get("claims")).isEqualTo("{\"id_token\":{\"amr\":{\"essential\":true}}}");
        assertThat(asked.get("scope")).startsWith("openid ").contains("siret", "idp_id");
        assertThat(query(visitors.stranger().ask("/proconnect").location()).get("state"))
                .isNotEqualTo(asked.get("state"));
    }

    @Test
    void valid_answers_enter_in_all_their_forms() {
        for (var algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256)) {
            use(algorithm);
            enters("as it should be " + algorithm, f -> {});
            assertThat(forger.redeemed)
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("client_id", Forger.CLIENT)
                    .containsEntry("client_secret", Forger.SECRET)
                    .containsEntry("redirect_uri", visitors.address() + "/proconnect/return");
            enters("without at_hash", f -> f.idToken.remove("at_hash"));
            enters("a list of one audience", f -> f.idToken.put("aud", List.of(Forger.CLIENT)));
            enters(
                    "two audiences, for us",
                    f -> {
                        f.idToken.put("aud", List.of("other", Forger.CLIENT));
                        f.idToken.put("azp", Forger.CLIENT);
                    });
            enters("clocks apart", f -> f.idToken.put("iat", now() + 50));
            enters("just over", f -> f.idToken.put("exp", now() - 50));
            enters("no key named", f -> f.idSigning = f.userinfoSigning = c -> nameless(f, c));
            enters("a type with more", f -> f.userinfoType = "application/jwt; charset=UTF-8");
            enters("spaces in the siret", f -> f.userinfo.put("siret", "213 400 690 00011"));
            enters("another establishment", f -> f.userinfo.put("siret", "21340069000029"));
            enters("another address since", f -> f.userinfo.put("email", "new@cazouls.example"));
            enters(
                    "other keys beside",
                    f -> f.published = new JWKSet(List.of(f.key, Forger.ec("other"))));
        }
    }

    private static String nameless(Forger forger, Map<String, Object> claims) {
        try {
            return Forger.signed(claims, forger.key, forger.algorithm, null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_token_for_somebody_else_or_another_moment_is_not_believed() {
        var changes = new LinkedHashMap<String, Map.Entry<Reason, Consumer<Map<String, Object>>>>();
        put(changes, "another issuer", Reason.ISSUER, c -> c.put("iss", "https://evil.example"));
        put(
                changes,
                "an issuer with a slash",
                Reason.ISSUER,
                c -> c.put("iss", Forger.ISSUER + "/"));
        put(changes, "no issuer", Reason.ISSUER, c -> c.remove("iss"));
        put(changes, "another audience", Reason.AUDIENCE, c -> c.put("aud", "other"));
        put(changes, "no audience", Reason.AUDIENCE, c -> c.remove("aud"));
        put(changes, "an empty audience", Reason.AUDIENCE, c -> c.put("aud", List.of()));
        put(
                changes,
                "two audiences and nobody authorised",
                Reason.AUDIENCE,
                c -> c.put("aud", List.of(Forger.CLIENT, "other")));
        put(changes, "another authorised party", Reason.AUDIENCE, c -> c.put("azp", "other"));
        put(
                changes,
                "two audiences, another authorised party",
                Reason.AUDIENCE,
                c -> {
                    c.put("aud", List.of(Forger.CLIENT, "other"));
                    c.put("azp", "other");
                });
        put(changes, "no subject", Reason.SUBJECT, c -> c.remove("sub"));
        put(changes, "a blank subject", Reason.SUBJECT, c -> c.put("sub", " "));
        put(changes, "expired", Reason.TIME, c -> c.put("exp", now() - 61));
        put(changes, "expired long ago", Reason.TIME, c -> c.put("exp", 1));
        put(changes, "issued later", Reason.TIME, c -> c.put("iat", now() + 3600));
        put(changes, "not yet", Reason.TIME, c -> c.put("nbf", now() + 3600));
        for (var one : changes.entrySet()) {
            isRefused(
                    "id_token: " + one.getKey(),
                    one.getValue().getKey(),
                    f -> one.getValue().getValue().accept(f.idToken));
            isRefused(
                    "userinfo: " + one.getKey(),
                    one.getValue().getKey(),
                    f -> one.getValue().getValue().accept(f.userinfo));
        }
        isRefused("never expires", Reason.TIME, f -> f.idToken.remove("exp"));
        isRefused("never issued", Reason.TIME, f -> f.idToken.remove("iat"));
        isRefused("issued long ago", Reason.TIME, f -> f.idToken.put("iat", now() - 3600));
        isRefused("no nonce", Reason.NONCE, f -> f.idToken.remove("nonce"));
        isRefused("another nonce", Reason.NONCE, f -> f.idToken.put("nonce", Tokens.make(256)));
        isRefused("an empty nonce", Reason.NONCE, f -> f.idToken.put("nonce", ""));
        var earlier = leaves();
        isRefused(
                "the nonce of another departure",
                Reason.NONCE,
                f -> f.idToken.put("nonce", earlier.nonce()));
        isRefused(
                "another access token",
                Reason.ACCESS_TOKEN,
                f -> f.tokens.put("access_token", "access-" + Tokens.make(128)));
        isRefused("an empty at_hash", Reason.ACCESS_TOKEN, f -> f.idToken.put("at_hash", ""));
    }

    private static void put(
            Map<String, Map.Entry<Reason, Consumer<Map<String, Object>>>> changes,
            String what,
            Reason reason,
            Consumer<Map<String, Object>> change) {
        changes.put(what, Map.entry(reason, change));
    }

    @Test
    void what_is_said_of_the_agent_is_of_this_agent_signed_and_whole() {
        isRefused("somebody else", Reason.SUBJECT, f -> f.userinfo.put("sub", "paul"));
        isRefused(
                "another provider of identity",
                Reason.SUBJECT,
                f -> f.idToken.put("idp_id", "another"));
        for (var type : List.of("application/json", "text/plain", "application/jwt+json", ""))
            isRefused("type " + type, Reason.CONTENT_TYPE, f -> f.userinfoType = type);
        isRefused(
                "plain JSON",
                Reason.CONTENT_TYPE,
                f -> {
                    f.userinfoType = "application/json";
                    f.userinfoSigning = com.nimbusds.jose.util.JSONObjectUtils::toJSONString;
                });
        isRefused(
                "plain JSON that says it is a token",
                Reason.UNREADABLE,
                f -> f.userinfoSigning = com.nimbusds.jose.util.JSONObjectUtils::toJSONString);
        for (var claim : List.of("idp_id", "email", "given_name", "usual_name", "siret")) {
            isRefused("no " + claim, Reason.CLAIMS, f -> f.userinfo.remove(claim));
            isRefused("blank " + claim, Reason.CLAIMS, f -> f.userinfo.put(claim, " "));
            isRefused("long " + claim, Reason.CLAIMS, f -> f.userinfo.put(claim, "1".repeat(300)));
            isRefused(
                    "a list " + claim, Reason.UNREADABLE, f -> f.userinfo.put(claim, List.of("a")));
            isRefused("a control " + claim, Reason.CLAIMS, f -> f.userinfo.put(claim, "a\u0000b"));
        }
        isRefused(
                "the same subject at another provider of identity",
                Reason.NO_INVITATION,
                f -> f.userinfo.put("idp_id", "another"));
        isRefused(
                "another subject with her address",
                Reason.NO_INVITATION,
                f -> {
                    f.idToken.put("sub", "paul");
                    f.userinfo.put("sub", "paul");
                });
        isRefused("tokens of another type", Reason.CONTENT_TYPE, f -> f.tokensType = "text/html");
        isRefused("no access token", Reason.UNREADABLE, f -> f.tokens.remove("access_token"));
        isRefused("not a bearer", Reason.UNREADABLE, f -> f.tokens.put("token_type", "mac"));
        isRefused(
                "a header inside the access token",
                Reason.UNREADABLE,
                f -> f.tokens.put("access_token", "a\r\nHost: evil.example"));
        enters("the premise", f -> {});
    }
}
