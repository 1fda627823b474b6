package fr.preau.proconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.preau.access.OtherDoors;
import fr.preau.access.Tokens;
import fr.preau.web.Mode;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The other side of the protocol, for the demo: ProConnect as its documentation says it is, with
 * keys of its own, made at each start. Outside of the demo it is nowhere.
 */
@Component
public class LocalProvider {
    /** Where this site plays it. */
    public static final String PATH = "/demo/proconnect/api/v2";

    private static final String ISSUER = "https://proconnect.preau.invalid/api/v2";
    private static final String CLIENT = "preau-demo";
    private static final String IDP = "4f7f2e0c-demo-mairies";
    private static final Duration CODE = Duration.ofSeconds(30);
    private static final Duration ACCESS = Duration.ofSeconds(60);
    private static final Set<String> ADMITTED =
            Set.of(
                    "response_type",
                    "client_id",
                    "redirect_uri",
                    "scope",
                    "state",
                    "nonce",
                    "claims",
                    "acr_values",
                    "prompt",
                    "login_hint");

    private final Registration registration;
    private final Invitations invitations;
    private final OtherDoors doors;
    private final Site site;
    private final Mode mode;
    private final Clock clock;
    private final String secret = Tokens.make(256);
    private final ECKey key = makeKey();
    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private final Map<String, Given> accesses = new ConcurrentHashMap<>();
    private volatile @Nullable URI base;

    LocalProvider(
            Registration registration,
            Invitations invitations,
            OtherDoors doors,
            Site site,
            Mode mode,
            Clock clock) {
        this.registration = registration;
        this.invitations = invitations;
        this.doors = doors;
        this.site = site;
        this.mode = mode;
        this.clock = clock;
    }

    /** A question of ours that may be answered. */
    public record Asked(String redirectUri, String state, String nonce) {}

    /** An agent whom ProConnect knows, and how they prove it. */
    public record Agent(
            String subject,
            String firstName,
            String lastName,
            String email,
            String siret,
            List<String> manners) {}

    private record Given(Agent agent, Asked asked, Instant until) {}

    private static ECKey makeKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID("demo")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once the port is known: this server asks itself on its own machine. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        if (!mode.isDemo() || registration.current().isPresent()) return;
        base = URI.create("http://localhost:" + started.getWebServer().getPort() + PATH);
        registration.put(
                new Counterpart(
                        ISSUER,
                        URI.create(base + "/.well-known/openid-configuration"),
                        CLIENT,
                        secret,
                        JWSAlgorithm.ES256,
                        Set.of(),
                        Duration.ofSeconds(5),
                        true));
    }

    /** Whether this site plays ProConnect. */
    public boolean plays() {
        return base != null;
    }

    /** An agent of the demo who has entered before, invited by a referent. */
    public void letIn(Agent agent, long town, long person, long by) {
        if (!mode.isDemo()) throw new IllegalStateException("an agent of the demo, elsewhere");
        var identity = ISSUER + "\n" + IDP + "\n" + agent.subject();
        if (doors.linked(Admission.PROVIDER, identity).isPresent()) return;
        var account = doors.holding(List.of(person)).getFirst().account();
        var made = invitations.make(town, agent.email(), person, by);
        doors.link(account, Admission.PROVIDER, identity);
        invitations.use(made.id(), identity, person, false);
    }

    public String description() {
        var said = new LinkedHashMap<String, Object>();
        said.put("issuer", ISSUER);
        said.put("authorization_endpoint", base + "/authorize");
        said.put("token_endpoint", base + "/token");
        said.put("userinfo_endpoint", base + "/userinfo");
        said.put("jwks_uri", base + "/jwks");
        said.put("end_session_endpoint", base + "/session/end");
        said.put("authorization_response_iss_parameter_supported", true);
        said.put("response_types_supported", List.of("code"));
        said.put("subject_types_supported", List.of("public"));
        said.put("id_token_signing_alg_values_supported", List.of("ES256"));
        said.put("userinfo_signing_alg_values_supported", List.of("ES256"));
        said.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        return JSONObjectUtils.toJSONString(said);
    }

    /** The public half of the keys. */
    public String keys() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }

    /** The question, when ProConnect would take it: all that is due, and nothing more (Y000400). */
    public Optional<Asked> asked(HttpServletRequest request) {
        var said = request.getParameterMap();
        var right =
                plays()
                        && ADMITTED.containsAll(said.keySet())
                        && said.values().stream().allMatch(values -> values.length == 1)
                        && "code".equals(request.getParameter("response_type"))
                        && CLIENT.equals(request.getParameter("client_id"))
                        && List.of(String.valueOf(request.getParameter("scope")).split(" "))
                                .contains("openid");
        return right
                ? asked(request, String.valueOf(request.getParameter("redirect_uri")))
                : Optional.empty();
    }

    private Optional<Asked> asked(HttpServletRequest request, String redirectUri) {
        var state = String.valueOf(request.getParameter("state"));
        var nonce = String.valueOf(request.getParameter("nonce"));
        return redirectUri.equals(site.link(request, Entering.BACK))
                        && state.length() >= 32
                        && nonce.length() >= 32
                ? Optional.of(new Asked(redirectUri, state, nonce))
                : Optional.empty();
    }

    /** The question again, with whoever answers it. */
    public Optional<Asked> chosen(HttpServletRequest request) {
        return plays()
                ? asked(request, String.valueOf(request.getParameter("redirect_uri")))
                : Optional.empty();
    }

    /** The address that brings a code back for this agent. */
    public String answer(Asked asked, Agent agent) {
        var code = Tokens.make(256);
        keep(codes, code, new Given(agent, asked, clock.instant().plus(CODE)));
        var brought = new LinkedHashMap<String, String>();
        brought.put("code", code);
        brought.put("state", asked.state());
        brought.put("iss", ISSUER);
        return asked.redirectUri() + "?" + Wire.encode(brought);
    }

    private void keep(Map<String, Given> kept, String name, Given given) {
        kept.values().removeIf(one -> one.until().isBefore(clock.instant()));
        kept.put(name, given);
    }

    /** The tokens for a code, once; empty for any other. */
    public Optional<String> tokens(HttpServletRequest request) {
        var given = codes.remove(String.valueOf(request.getParameter("code")));
        if (given == null
                || given.until().isBefore(clock.instant())
                || !"authorization_code".equals(request.getParameter("grant_type"))
                || !CLIENT.equals(request.getParameter("client_id"))
                || !secret.equals(request.getParameter("client_secret"))
                || !given.asked().redirectUri().equals(request.getParameter("redirect_uri")))
            return Optional.empty();
        var access = Tokens.make(256);
        keep(
                accesses,
                access,
                new Given(given.agent(), given.asked(), clock.instant().plus(ACCESS)));
        var tokens = new LinkedHashMap<String, Object>();
        tokens.put("access_token", access);
        tokens.put("token_type", "Bearer");
        tokens.put("expires_in", ACCESS.toSeconds());
        tokens.put("id_token", idToken(given, access));
        return Optional.of(JSONObjectUtils.toJSONString(tokens));
    }

    private String idToken(Given given, String access) {
        return sign(
                claims(given.agent())
                        .claim("nonce", given.asked().nonce())
                        .claim("acr", "eidas1")
                        .claim("amr", given.agent().manners())
                        .claim("at_hash", TokenReader.half(Tokens.hash(access)))
                        .build());
    }

    /** What is said of whoever holds this access token, signed. */
    public Optional<String> userinfo(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) return Optional.empty();
        var given = accesses.get(authorization.substring("Bearer ".length()));
        if (given == null || given.until().isBefore(clock.instant())) return Optional.empty();
        var agent = given.agent();
        return Optional.of(
                sign(
                        claims(agent)
                                .claim("given_name", agent.firstName())
                                .claim("usual_name", agent.lastName())
                                .claim("email", agent.email())
                                .claim("siret", agent.siret())
                                .claim("idp_id", IDP)
                                .build()));
    }

    private JWTClaimsSet.Builder claims(Agent agent) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .subject(agent.subject())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(ACCESS)));
    }

    private String sign(JWTClaimsSet claims) {
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                            claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where sign-out leads, for whoever shows a token of ours and comes from here. */
    public Optional<String> left(HttpServletRequest request) {
        var back = request.getParameter("post_logout_redirect_uri");
        try {
            var token = SignedJWT.parse(String.valueOf(request.getParameter("id_token_hint")));
            var ours =
                    plays()
                            && token.verify(
                                    new com.nimbusds.jose.crypto.ECDSAVerifier(
                                            key.toECPublicKey()));
            return ours && site.link(request, Entering.LEFT).equals(back)
                    ? Optional.of(
                            back
                                    + "?"
                                    + Wire.encode(
                                            Map.of(
                                                    "state",
                                                    String.valueOf(request.getParameter("state")))))
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
