package fr.preau.proconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.preau.access.Tokens;
import fr.preau.proconnect.Refusal.Reason;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Believes a token when the counterpart signed it with the algorithm that was agreed and one of its
 * published keys, and when it was made for us, now. What the token says of its own verification
 * (its algorithm, a key, an address of keys) decides nothing.
 */
final class TokenReader {
    static final Duration SKEW = Duration.ofMinutes(1);

    /** Between the two, ProConnect gives half a minute. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final int LONGEST = 16_384;
    private static final Set<String> STRONG = Set.of("mfa", "totp", "pop");

    private final Counterpart counterpart;
    private final JWKSet keys;
    private final Clock clock;

    TokenReader(Counterpart counterpart, JWKSet keys, Clock clock) {
        this.counterpart = counterpart;
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims of an id_token that answers this nonce, and goes with this access token. */
    JWTClaimsSet idToken(String text, byte[] nonceHash, String accessToken) {
        var claims = verified(text);
        try {
            var nonce = claims.getStringClaim("nonce");
            Refusal.unless(
                    nonce != null && MessageDigest.isEqual(nonceHash, Tokens.hash(nonce)),
                    Reason.NONCE);
            Refusal.unless(claims.getExpirationTime() != null, Reason.TIME);
            Refusal.unless(
                    claims.getIssueTime() != null
                            && !claims.getIssueTime().toInstant().isBefore(now().minus(FRESH)),
                    Reason.TIME);
            var hash = claims.getStringClaim("at_hash");
            Refusal.unless(
                    hash == null || hash.equals(half(Tokens.hash(accessToken))),
                    Reason.ACCESS_TOKEN);
            return claims;
        } catch (ParseException e) {
            throw new Refusal(Reason.UNREADABLE);
        }
    }

    /** Both algorithms hash with SHA-256 (OpenID Connect Core, 3.1.3.6). */
    static String half(byte[] hash) {
        return Base64URL.encode(Arrays.copyOf(hash, hash.length / 2)).toString();
    }

    /** What is said of the same subject; only as a signed token. */
    JWTClaimsSet userinfo(Wire.Body body, JWTClaimsSet idToken) {
        Refusal.unless(body.type().equals("application/jwt"), Reason.CONTENT_TYPE);
        var claims = verified(body.text().strip());
        Refusal.unless(idToken.getSubject().equals(claims.getSubject()), Reason.SUBJECT);
        return claims;
    }

    /** Whether the agent gave a second factor there. */
    static boolean strong(JWTClaimsSet idToken) {
        try {
            var manners = idToken.getStringListClaim("amr");
            return manners != null && manners.stream().anyMatch(STRONG::contains);
        } catch (ParseException e) {
            throw new Refusal(Reason.UNREADABLE);
        }
    }

    private JWTClaimsSet verified(String text) {
        Refusal.unless(text.length() <= LONGEST, Reason.UNREADABLE);
        try {
            var token = SignedJWT.parse(text);
            Refusal.unless(
                    counterpart.algorithm().equals(token.getHeader().getAlgorithm()),
                    Reason.ALGORITHM);
            Refusal.unless(token.verify(verifier(token.getHeader().getKeyID())), Reason.SIGNATURE);
            var claims = token.getJWTClaimsSet();
            check(claims);
            return claims;
        } catch (ParseException e) {
            throw new Refusal(Reason.UNREADABLE);
        } catch (JOSEException e) {
            throw new Refusal(Reason.SIGNATURE);
        }
    }

    /** Whether a published key may have signed this: if not, keys have perhaps changed. */
    boolean knowsKeyOf(String text) {
        try {
            return key(SignedJWT.parse(text).getHeader().getKeyID()) != null;
        } catch (ParseException e) {
            return true;
        }
    }

    private JWSVerifier verifier(@Nullable String name) throws JOSEException {
        var key = key(name);
        if (key == null) throw new Refusal(Reason.SIGNATURE);
        return counterpart.algorithm().equals(JWSAlgorithm.ES256)
                ? new ECDSAVerifier(key.toECKey().toECPublicKey())
                : new RSASSAVerifier(key.toRSAKey().toRSAPublicKey());
    }

    private @Nullable JWK key(@Nullable String name) {
        var fit =
                keys.getKeys().stream()
                        .filter(this::fits)
                        .filter(key -> name == null || name.equals(key.getKeyID()))
                        .toList();
        return fit.size() == 1 ? fit.getFirst() : null;
    }

    private boolean fits(JWK key) {
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) return false;
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(counterpart.algorithm()))
            return false;
        return counterpart.algorithm().equals(JWSAlgorithm.ES256)
                ? key instanceof com.nimbusds.jose.jwk.ECKey curve
                        && Curve.P_256.equals(curve.getCurve())
                : key instanceof com.nimbusds.jose.jwk.RSAKey && key.size() >= 2048;
    }

    private void check(JWTClaimsSet claims) throws ParseException {
        Refusal.unless(counterpart.issuer().equals(claims.getIssuer()), Reason.ISSUER);
        var audience = claims.getAudience();
        var party = claims.getStringClaim("azp");
        Refusal.unless(audience.contains(counterpart.client()), Reason.AUDIENCE);
        Refusal.unless(audience.size() == 1 || party != null, Reason.AUDIENCE);
        Refusal.unless(party == null || party.equals(counterpart.client()), Reason.AUDIENCE);
        Refusal.unless(
                claims.getSubject() != null
                        && !claims.getSubject().isBlank()
                        && claims.getSubject().length() <= 255,
                Reason.SUBJECT);
        Refusal.unless(
                isNotBefore(claims.getExpirationTime(), now().minus(SKEW))
                        && isNotAfter(claims.getIssueTime(), now().plus(SKEW))
                        && isNotAfter(claims.getNotBeforeTime(), now().plus(SKEW)),
                Reason.TIME);
    }

    private static boolean isNotBefore(@Nullable Date said, Instant limit) {
        return said == null || said.toInstant().isAfter(limit);
    }

    private static boolean isNotAfter(@Nullable Date said, Instant limit) {
        return said == null || !said.toInstant().isAfter(limit);
    }

    private Instant now() {
        return clock.instant();
    }
}
