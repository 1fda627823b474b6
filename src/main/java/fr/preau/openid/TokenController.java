package fr.preau.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.preau.access.ForeignForms;
import fr.preau.access.Tokens;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Connector;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Connectors;
import fr.preau.connectors.Release;
import fr.preau.connectors.Visits;
import fr.preau.openid.Grants.Good;
import fr.preau.web.Public;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where services ask, server to server: what exists here, a token for a code, who it is. Nothing
 * here looks at the cookies of whoever asks, so no form of ours can be forged: the secret, the
 * proof of the code or the token stand for the form's own.
 */
@Controller
class TokenController implements ForeignForms {
    private static final String AUTHORIZE = "/oidc/authorize";
    private static final String TOKEN = "/oidc/token";
    private static final String USER = "/oidc/userinfo";

    private final Connectors connectors;
    private final Grants grants;
    private final SigningKeys keys;
    private final Release release;
    private final Visits visits;
    private final Site site;
    private final Clock clock;

    TokenController(
            Connectors connectors,
            Grants grants,
            SigningKeys keys,
            Release release,
            Visits visits,
            Site site,
            Clock clock) {
        this.connectors = connectors;
        this.grants = grants;
        this.keys = keys;
        this.release = release;
        this.visits = visits;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public List<String> paths() {
        return List.of(TOKEN, USER);
    }

    /** What this provider does (Discovery 1.0, 3). */
    @Public
    @GetMapping("/.well-known/openid-configuration")
    ResponseEntity<Map<String, Object>> discovery(HttpServletRequest request) {
        var said = new LinkedHashMap<String, Object>();
        said.put("issuer", site.link(request, ""));
        said.put("authorization_endpoint", site.link(request, AUTHORIZE));
        said.put("token_endpoint", site.link(request, TOKEN));
        said.put("userinfo_endpoint", site.link(request, USER));
        said.put("jwks_uri", site.link(request, "/oidc/keys"));
        said.put("end_session_endpoint", site.link(request, "/oidc/logout"));
        said.put("scopes_supported", List.of("openid"));
        said.put("response_types_supported", List.of("code"));
        said.put("response_modes_supported", List.of("query"));
        said.put("grant_types_supported", List.of("authorization_code"));
        said.put("subject_types_supported", List.of("pairwise"));
        said.put("id_token_signing_alg_values_supported", List.of("RS256"));
        said.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "none"));
        said.put("code_challenge_methods_supported", List.of("S256"));
        said.put("authorization_response_iss_parameter_supported", true);
        said.put("backchannel_logout_supported", true);
        said.put("backchannel_logout_session_supported", true);
        said.put("request_parameter_supported", false);
        said.put("request_uri_parameter_supported", false);
        said.put(
                "claims_supported",
                Stream.concat(Stream.of("sub"), Stream.of(Attribute.values()).map(Attribute::claim))
                        .toList());
        return ResponseEntity.ok(said);
    }

    @Public
    @GetMapping("/oidc/keys")
    ResponseEntity<Map<String, Object>> published() {
        return ResponseEntity.ok(Map.of("keys", keys.published()));
    }

    /** What a service sends for a token (3.1.3). */
    record Redeemed(
            @Nullable String grant_type,
            @Nullable String code,
            @Nullable String redirect_uri,
            @Nullable String code_verifier,
            @Nullable String client_id,
            @Nullable String client_secret) {}

    @Public
    @PostMapping(TOKEN)
    ResponseEntity<Map<String, Object>> token(Redeemed redeemed, HttpServletRequest request) {
        var connector = service(redeemed, request.getHeader("Authorization"));
        if (connector.isEmpty())
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Basic realm=\"preau\"")
                    .header("Cache-Control", "no-store")
                    .body(Map.of("error", "invalid_client"));
        if (!"authorization_code".equals(redeemed.grant_type()))
            return refused("unsupported_grant_type");
        if (redeemed.code() == null) return refused("invalid_request");
        var good = grants.spend(redeemed.code(), connector.get());
        if (good.isEmpty()
                || !good.get().address().equals(redeemed.redirect_uri())
                || !proves(redeemed.code_verifier(), good.get().challenge()))
            return refused("invalid_grant");
        var token = grants.token(redeemed.code());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", Grants.TOKEN_LASTS.toSeconds());
        answer.put("scope", "openid");
        answer.put("id_token", identity(good.get(), token, site.link(request, "")));
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer);
    }

    private static ResponseEntity<Map<String, Object>> refused(String error) {
        return ResponseEntity.badRequest()
                .header("Cache-Control", "no-store")
                .body(Map.of("error", error));
    }

    /** The service that asks, when it proves that it is the one; by one means only. */
    private Optional<Connector> service(Redeemed redeemed, @Nullable String header) {
        var name = redeemed.client_id();
        var secret = redeemed.client_secret();
        if (header != null) {
            var parts = basic(header);
            if (parts == null || secret != null || name != null && !name.equals(parts[0]))
                return Optional.empty();
            name = parts[0];
            secret = parts[1];
        }
        if (name == null) return Optional.empty();
        var given = secret;
        return connectors
                .named(Protocol.OPENID, name)
                .filter(one -> {
                    var kept = one.sharedSecret();
                    return kept == null
                            ? given == null
                            : given != null && MessageDigest.isEqual(kept, Tokens.hash(given));
                });
    }

    private static String @Nullable [] basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) return null;
        try {
            var text =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).strip()),
                            StandardCharsets.UTF_8);
            var parts = text.split(":", 2);
            return parts.length < 2
                    ? null
                    : new String[] {
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8)
                    };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** PKCE (RFC 7636, 4.6): a verifier that nobody announced is refused as a wrong one is. */
    private static boolean proves(@Nullable String verifier, @Nullable String challenge) {
        if (challenge == null) return verifier == null;
        if (verifier == null || !verifier.matches("[A-Za-z0-9._~-]{43,128}")) return false;
        return MessageDigest.isEqual(
                Base64.getUrlEncoder().withoutPadding().encode(Tokens.hash(verifier)),
                challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private String identity(Good good, String token, String issuer) {
        var subject = release.subject(good.connector(), good.held().actor().person());
        var visit = Tokens.make(128);
        visits.remember(good.session(), good.connector(), issuer, visit, subject);
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience(Objects.requireNonNull(good.connector().name()))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Grants.TOKEN_LASTS)))
                        .claim("auth_time", good.held().since().getEpochSecond())
                        .claim("sid", visit)
                        .claim("at_hash", half(token));
        if (good.nonce() != null) claims.claim("nonce", good.nonce());
        if (good.held().proved()) claims.claim("amr", List.of("mfa"));
        return keys.sign(claims.build(), "JWT");
    }

    /** The left half of the token's hash (3.1.3.6). */
    private static String half(String token) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(Tokens.hash(token), 16));
    }

    @Public
    @GetMapping(USER)
    ResponseEntity<Map<String, Object>> user(HttpServletRequest request) {
        return who(request);
    }

    @Public
    @PostMapping(USER)
    ResponseEntity<Map<String, Object>> userByPost(HttpServletRequest request) {
        return who(request);
    }

    private ResponseEntity<Map<String, Object>> who(HttpServletRequest request) {
        var header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        var good =
                header.regionMatches(true, 0, "Bearer ", 0, 7)
                        ? grants.behind(header.substring(7).strip())
                        : Optional.<Good>empty();
        if (good.isEmpty())
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .header("Cache-Control", "no-store")
                    .body(Map.of("error", "invalid_token"));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(Claims.of(release.of(good.get().connector(), good.get().held().actor())));
    }
}
