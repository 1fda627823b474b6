package fr.preau.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.preau.access.Tokens;
import fr.preau.connectors.Release;
import fr.preau.connectors.Visits;
import fr.preau.openid.Grants.Good;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is signed for a service when somebody has been led there (Core 1.0, 2). */
@Component
class IdTokens {
    private final SigningKeys keys;
    private final Release release;
    private final Visits visits;
    private final Clock clock;

    IdTokens(SigningKeys keys, Release release, Visits visits, Clock clock) {
        this.keys = keys;
        this.release = release;
        this.visits = visits;
        this.clock = clock;
    }

    /** For the holder of this access token; the visit is remembered, to say when it is over. */
    String make(Good good, String token, String issuer) {
        var subject = release.subject(good.told());
        var visit = Tokens.make(128);
        visits.remember(good.told(), issuer, visit, subject);
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience(Objects.requireNonNull(good.told().connector().name()))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Grants.TOKEN_LASTS)))
                        .claim("auth_time", good.told().held().since().getEpochSecond())
                        .claim("sid", visit)
                        .claim("at_hash", half(token));
        if (good.nonce() != null) claims.claim("nonce", good.nonce());
        if (good.told().held().proved()) claims.claim("amr", List.of("mfa"));
        return keys.sign(claims.build(), "JWT");
    }

    /** The left half of the token's hash (3.1.3.6). */
    private static String half(String token) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(Tokens.hash(token), 16));
    }
}
