package fr.preau.proconnect;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import fr.preau.proconnect.Refusal.Reason;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Our side of the protocol: asks, redeems a code, verifies. Knows nobody. */
@Component
class OpenIdClient {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** A token signed by a key that was not published is not worth a flood of questions. */
    private static final Duration BETWEEN_KEYS = Duration.ofMinutes(1);

    private static final String SCOPE = "openid given_name usual_name email siret idp_id";
    private static final String CLAIMS = "{\"id_token\":{\"amr\":{\"essential\":true}}}";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMAIL = 254;

    private final Clock clock;
    private volatile @Nullable Described described;
    private volatile @Nullable Published published;

    OpenIdClient(Clock clock) {
        this.clock = clock;
    }

    private record Described(Counterpart of, Endpoints endpoints, Instant at) {}

    private record Published(Counterpart of, JWKSet keys, Instant at) {}

    /** Where the browser goes to be asked; nothing more in it than ProConnect admits (Y000400). */
    URI ask(Counterpart counterpart, String back, String state, String nonce) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", counterpart.client());
        asked.put("redirect_uri", back);
        asked.put("scope", SCOPE);
        asked.put("state", state);
        asked.put("nonce", nonce);
        asked.put("claims", CLAIMS);
        return URI.create(endpoints(counterpart).authorization() + "?" + Wire.encode(asked));
    }

    /** Where the browser goes to be signed out there. */
    URI leave(Counterpart counterpart, String idToken, String state, String back) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("id_token_hint", idToken);
        asked.put("state", state);
        asked.put("post_logout_redirect_uri", back);
        return URI.create(endpoints(counterpart).endSession() + "?" + Wire.encode(asked));
    }

    /** How the counterpart describes itself; asked again after an hour. */
    Endpoints endpoints(Counterpart counterpart) {
        var known = described;
        if (known != null && known.of() == counterpart && isFresh(known.at()))
            return known.endpoints();
        var endpoints =
                Endpoints.read(counterpart, new Wire(counterpart).get(counterpart.discovery()));
        described = new Described(counterpart, endpoints, clock.instant());
        return endpoints;
    }

    /** Redeems the code, and answers what is said of the agent once all of it is verified. */
    Answer redeem(Counterpart counterpart, String code, String back, byte[] nonceHash) {
        var wire = new Wire(counterpart);
        var endpoints = endpoints(counterpart);
        var tokens =
                wire.post(
                        endpoints.token(),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                back,
                                "client_id",
                                counterpart.client(),
                                "client_secret",
                                counterpart.secret()));
        try {
            Refusal.unless(tokens.type().equals("application/json"), Reason.CONTENT_TYPE);
            var given = JSONObjectUtils.parse(tokens.text());
            var idText = text(given.get("id_token"));
            var access = text(given.get("access_token"));
            Refusal.unless(
                    access.matches("[!-~]{1,4096}")
                            && "Bearer".equalsIgnoreCase(text(given.get("token_type"))),
                    Reason.UNREADABLE);
            var reader = new TokenReader(counterpart, keys(counterpart, idText), clock);
            var idToken = reader.idToken(idText, nonceHash, access);
            var userinfo =
                    reader.userinfo(
                            wire.get(
                                    endpoints.userinfo(),
                                    "Authorization",
                                    "Bearer " + access,
                                    "Accept",
                                    "application/jwt"),
                            idToken);
            return answer(idToken, userinfo, idText);
        } catch (ParseException e) {
            throw new Refusal(Reason.UNREADABLE);
        }
    }

    private static String text(@Nullable Object value) {
        Refusal.unless(value instanceof String, Reason.UNREADABLE);
        return String.valueOf(value);
    }

    private static Answer answer(JWTClaimsSet idToken, JWTClaimsSet said, String idText)
            throws ParseException {
        var idp = claim(said, "idp_id", 255);
        var earlier = idToken.getStringClaim("idp_id");
        Refusal.unless(earlier == null || earlier.equals(idp), Reason.SUBJECT);
        return new Answer(
                String.valueOf(idToken.getIssuer()),
                idp,
                String.valueOf(idToken.getSubject()),
                claim(said, "email", LONGEST_EMAIL),
                claim(said, "given_name", LONGEST_NAME),
                claim(said, "usual_name", LONGEST_NAME),
                claim(said, "siret", 20),
                TokenReader.strong(idToken),
                idText);
    }

    private static String claim(JWTClaimsSet said, String name, int longest) throws ParseException {
        var value = said.getStringClaim(name);
        Refusal.unless(
                value != null
                        && !value.isBlank()
                        && value.length() <= longest
                        && value.chars().noneMatch(Character::isISOControl),
                Reason.CLAIMS);
        return String.valueOf(value).strip();
    }

    /** The published keys; asked again when none of them may have signed this token. */
    private JWKSet keys(Counterpart counterpart, String token) {
        var known = published;
        if (known != null && known.of() == counterpart && isFresh(known.at())) {
            var fits = new TokenReader(counterpart, known.keys(), clock).knowsKeyOf(token);
            if (fits || clock.instant().isBefore(known.at().plus(BETWEEN_KEYS)))
                return known.keys();
        }
        try {
            var read =
                    JWKSet.parse(new Wire(counterpart).get(endpoints(counterpart).keys()).text());
            published = new Published(counterpart, read, clock.instant());
            return read;
        } catch (ParseException e) {
            throw new Refusal(Reason.UNAVAILABLE);
        }
    }

    private boolean isFresh(Instant at) {
        return clock.instant().isBefore(at.plus(REMEMBERED));
    }
}
