package fr.preau.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.Tokens;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Listener;
import fr.preau.connectors.ServiceAddressTest;
import fr.preau.connectors.TestConnector;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service outside learns who somebody is by OpenID Connect, the code flow. */
@School
class OpenIdTest {
    private static final String BACK = "https://livres.example/retour";
    private static final String SECRET = "un secret de service, avec : et é";
    private static final String VERIFIER = "v".repeat(43);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired SigningKeys keys;
    @Autowired School.SettableClock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestConnector connectors;

    @BeforeEach
    void two_services_are_registered() {
        connectors = new TestConnector(application);
        connectors.open(
                "livres",
                Protocol.OPENID,
                "livres",
                List.of(BACK),
                List.of(),
                Tokens.hash(SECRET),
                Attribute.GIVEN_NAME,
                Attribute.CLASSES);
        connectors.open(
                "tablette",
                Protocol.OPENID,
                "tablette",
                List.of("https://tablette.example/retour"),
                List.of(),
                null);
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one ->
                        one.getKey()
                                + "="
                                + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> asked() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("client_id", "livres");
        fields.put("redirect_uri", BACK);
        fields.put("response_type", "code");
        fields.put("scope", "openid");
        fields.put("state", "état 1");
        fields.put("nonce", "n-1");
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    private static Map<String, String> answer(Visitor visitor, Map<String, String> fields) {
        var to = visitor.ask("/oidc/authorize?" + encode(fields)).location();
        var said = new LinkedHashMap<String, String>();
        said.put("to", to.replaceFirst("\\?.*", ""));
        if (to.contains("?"))
            for (var pair : to.substring(to.indexOf('?') + 1).split("&"))
                said.put(
                        pair.replaceFirst("=.*", ""),
                        URLDecoder.decode(pair.replaceFirst("[^=]*=", ""), StandardCharsets.UTF_8));
        return said;
    }

    private HttpResponse<String> post(
            String path, String authorization, Map<String, String> fields) {
        var request =
                HttpRequest.newBuilder(URI.create(visitors.address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(fields)));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String name, String secret) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (URLEncoder.encode(name, StandardCharsets.UTF_8)
                                                + ":"
                                                + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> redeemed(String code) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", BACK);
        return fields;
    }

    private JsonNode tokens(Visitor visitor) {
        var response =
                post(
                        "/oidc/token",
                        basic("livres", SECRET),
                        redeemed(answer(visitor, asked()).get("code")));
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> who(String token) {
        return post("/oidc/userinfo", "Bearer " + token, Map.of());
    }

    @Test
    void a_pupil_is_known_to_a_service_by_what_the_region_has_chosen() throws Exception {
        var yanis = visitors.as("yanis.benali");
        var led = answer(yanis, asked());
        assertThat(led).containsEntry("to", BACK).containsEntry("state", "état 1");
        assertThat(led.get("iss")).isEqualTo(visitors.address());
        var tokens =
                JSON.readTree(
                        post("/oidc/token", basic("livres", SECRET), redeemed(led.get("code")))
                                .body());
        var identity = SignedJWT.parse(tokens.get("id_token").asString());
        var discovery =
                JSON.readTree(visitors.stranger().ask("/.well-known/openid-configuration").body());
        assertThat(discovery.get("issuer").asString()).isEqualTo(visitors.address());
        var published =
                JWKSet.parse(
                        visitors.stranger()
                                .ask(
                                        discovery
                                                .get("jwks_uri")
                                                .asString()
                                                .substring(visitors.address().length()))
                                .body());
        assertThat(published.getKeys()).noneMatch(key -> key.isPrivate());
        var key = published.getKeyByKeyId(identity.getHeader().getKeyID()).toRSAKey();
        assertThat(identity.verify(new RSASSAVerifier(key))).isTrue();
        var claims = identity.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(visitors.address());
        assertThat(claims.getAudience()).containsExactly("livres");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        var user = JSON.readTree(who(tokens.get("access_token").asString()).body());
        assertThat(user.get("sub").asString())
                .isEqualTo(claims.getSubject())
                .matches("[0-9a-f]{40}");
        assertThat(user.get("given_name").asString()).isEqualTo("Yanis");
        assertThat(user.get("classes").get(0).asString()).isEqualTo("CP A");
        assertThat(user.has("family_name")).isFalse();
    }

    @Test
    void a_code_shown_twice_takes_back_what_it_gave() {
        var code = answer(visitors.as("yanis.benali"), asked()).get("code");
        var token =
                JSON.readTree(post("/oidc/token", basic("livres", SECRET), redeemed(code)).body())
                        .get("access_token")
                        .asString();
        assertThat(who(token).statusCode()).isEqualTo(200);
        assertThat(post("/oidc/token", basic("livres", SECRET), redeemed(code)).body())
                .contains("invalid_grant");
        assertThat(who(token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_code_is_good_for_its_service_its_address_and_a_minute() {
        var yanis = visitors.as("yanis.benali");
        var elsewhere = redeemed(answer(yanis, asked()).get("code"));
        assertThat(post("/oidc/token", "", with(elsewhere, "client_id", "tablette")).body())
                .contains("invalid_grant");
        var moved = with(redeemed(answer(yanis, asked()).get("code")), "redirect_uri", BACK + "/");
        assertThat(post("/oidc/token", basic("livres", SECRET), moved).body())
                .contains("invalid_grant");
        var late = redeemed(answer(yanis, asked()).get("code"));
        clock.moveBy(Duration.ofSeconds(61));
        assertThat(post("/oidc/token", basic("livres", SECRET), late).body())
                .contains("invalid_grant");
    }

    @Test
    void only_the_service_itself_gets_a_token() {
        var code = answer(visitors.as("yanis.benali"), asked()).get("code");
        for (var authorization :
                List.of(
                        "",
                        basic("livres", "autre"),
                        basic("livres", ""),
                        basic("tablette", SECRET),
                        basic("inconnu", SECRET),
                        "Basic !!!",
                        "Bearer " + SECRET))
            assertThat(
                            post(
                                            "/oidc/token",
                                            authorization,
                                            with(redeemed(code), "client_id", "livres"))
                                    .statusCode())
                    .as(authorization)
                    .isEqualTo(401);
        assertThat(
                        post(
                                        "/oidc/token",
                                        "",
                                        with(
                                                with(redeemed(code), "client_id", "livres"),
                                                "client_secret",
                                                SECRET))
                                .statusCode())
                .as("none of these has spent the code")
                .isEqualTo(200);
    }

    @Test
    void a_service_without_a_secret_proves_that_it_is_the_one_that_asked() {
        var yanis = visitors.as("yanis.benali");
        var public_ = asked();
        public_.put("client_id", "tablette");
        public_.put("redirect_uri", "https://tablette.example/retour");
        assertThat(answer(yanis, public_)).containsEntry("error", "invalid_request");
        public_.put("code_challenge", VERIFIER);
        public_.put("code_challenge_method", "plain");
        assertThat(answer(yanis, public_)).containsEntry("error", "invalid_request");
        public_.put("code_challenge_method", "S256");
        public_.put(
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(VERIFIER)));
        for (var verifier : List.of("", "w".repeat(43), VERIFIER.substring(1), VERIFIER)) {
            var fields = redeemed(answer(yanis, public_).get("code"));
            fields.put("redirect_uri", "https://tablette.example/retour");
            fields.put("client_id", "tablette");
            if (!verifier.isEmpty()) fields.put("code_verifier", verifier);
            assertThat(post("/oidc/token", "", fields).statusCode())
                    .as(verifier)
                    .isEqualTo(verifier.equals(VERIFIER) ? 200 : 400);
        }
    }

    @Test
    void nobody_is_led_to_an_address_that_is_not_registered() {
        var yanis = visitors.as("yanis.benali");
        for (var address : ServiceAddressTest.hostile()) {
            var answer =
                    yanis.ask("/oidc/authorize?" + encode(with(asked(), "redirect_uri", address)));
            assertThat(answer.location()).as(address).isEmpty();
            assertThat(answer.status()).as(address).isEqualTo(403);
            assertThat(
                            yanis.ask(
                                            "/oidc/logout?post_logout_redirect_uri="
                                                    + URLEncoder.encode(
                                                            address, StandardCharsets.UTF_8))
                                    .body())
                    .doesNotContain("name=\"onwards\"");
        }
        for (var address :
                List.of(
                        BACK + "/",
                        BACK + "?a=b",
                        BACK + "x",
                        BACK.toUpperCase(java.util.Locale.ROOT)))
            assertThat(answer(yanis, with(asked(), "redirect_uri", address)).get("to"))
                    .as(address)
                    .isEmpty();
        assertThat(answer(yanis, with(asked(), "client_id", "inconnu")).get("to")).isEmpty();
    }

    @Test
    void what_is_not_offered_is_refused_by_its_name() {
        var yanis = visitors.as("yanis.benali");
        assertThat(answer(yanis, with(asked(), "response_type", "id_token token")))
                .containsEntry("error", "unsupported_response_type")
                .containsEntry("state", "état 1");
        assertThat(answer(yanis, with(asked(), "scope", "profile")))
                .containsEntry("error", "invalid_scope");
        assertThat(answer(yanis, with(asked(), "response_mode", "fragment")))
                .containsEntry("error", "invalid_request");
        assertThat(answer(yanis, with(asked(), "request", "eyJ")))
                .containsEntry("error", "request_not_supported");
        assertThat(answer(yanis, with(asked(), "request_uri", "https://livres.example/r")))
                .containsEntry("error", "request_uri_not_supported");
        assertThat(answer(yanis, with(asked(), "max_age", "-1")))
                .containsEntry("error", "invalid_request");
        var code = answer(yanis, asked()).get("code");
        assertThat(
                        post(
                                        "/oidc/token",
                                        basic("livres", SECRET),
                                        with(redeemed(code), "grant_type", "password"))
                                .body())
                .contains("unsupported_grant_type");
    }

    @Test
    void whoever_has_not_entered_enters_first_unless_the_service_asks_for_silence() {
        var stranger = visitors.stranger();
        assertThat(stranger.ask("/oidc/authorize?" + encode(asked())).location())
                .startsWith("/sign-in?then=");
        assertThat(answer(stranger, with(asked(), "prompt", "none")))
                .containsEntry("to", BACK)
                .containsEntry("error", "login_required");
        var amina = visitors.as("amina.benali");
        assertThat(answer(amina, with(asked(), "prompt", "none")))
                .containsEntry("error", "access_denied");
        assertThat(amina.ask("/oidc/authorize?" + encode(asked())).status()).isEqualTo(403);
        var yanis = visitors.as("yanis.benali");
        assertThat(answer(yanis, with(asked(), "prompt", "none"))).containsKey("code");
        clock.moveBy(Duration.ofMinutes(6));
        assertThat(answer(yanis, with(asked(), "prompt", "login")).get("to")).isEqualTo("/sign-in");
        assertThat(answer(yanis, with(asked(), "max_age", "60")).get("to")).isEqualTo("/sign-in");
        assertThat(answer(yanis, with(asked(), "max_age", "3600"))).containsKey("code");
    }

    @Test
    void a_token_ends_with_the_session_and_the_service_is_told() throws Exception {
        try (var service = new Listener()) {
            connectors.open(
                    "livres",
                    Protocol.OPENID,
                    "livres",
                    List.of(BACK),
                    List.of(service.address("/fin")),
                    null,
                    Attribute.GIVEN_NAME);
            var yanis = visitors.as("yanis.benali");
            var tokens = tokens(yanis);
            var page = yanis.open("/oidc/logout?post_logout_redirect_uri=" + BACK);
            var out = yanis.form(page, "/sign-out").sendOnly();
            assertThat(out.headers().firstValue("Refresh")).hasValue("0;url=" + BACK);
            assertThat(who(tokens.get("access_token").asString()).statusCode()).isEqualTo(401);
            var told = service.heard().replaceFirst("/fin ", "");
            assertThat(told).startsWith("logout_token=");
            var token = SignedJWT.parse(told.substring("logout_token=".length()));
            var identity = SignedJWT.parse(tokens.get("id_token").asString()).getJWTClaimsSet();
            assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
            assertThat(token.getJWTClaimsSet().getStringClaim("sid"))
                    .isEqualTo(identity.getStringClaim("sid"));
            assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(identity.getSubject());
            assertThat(token.getJWTClaimsSet().getClaim("nonce")).isNull();
        }
    }

    @Test
    void keys_follow_one_another_and_are_known_before_they_sign() throws Exception {
        var first = kid(tokens(visitors.as("yanis.benali")));
        clock.moveBy(Duration.ofDays(91));
        keys.run();
        assertThat(keys.published()).hasSize(2);
        assertThat(kid(tokens(visitors.as("helene.costa"))))
                .as("the next one is not known to all yet")
                .isEqualTo(first);
        clock.moveBy(Duration.ofHours(25));
        assertThat(kid(tokens(visitors.as("julien.pradal")))).isNotEqualTo(first);
        assertThat(keys.published()).as("what it has signed can still be read").hasSize(2);
        clock.moveBy(Duration.ofDays(2));
        keys.run();
        assertThat(keys.published()).hasSize(1);
    }

    private static String kid(JsonNode tokens) throws java.text.ParseException {
        return SignedJWT.parse(tokens.get("id_token").asString()).getHeader().getKeyID();
    }
}
