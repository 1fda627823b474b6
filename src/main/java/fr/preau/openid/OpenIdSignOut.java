package fr.preau.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.preau.access.Tokens;
import fr.preau.connectors.Connector;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Visits.Over;
import fr.preau.connectors.Visits.TellsSignOut;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Back-Channel Logout 1.0: a signed token, posted to the callback of the service. */
@Component
class OpenIdSignOut implements TellsSignOut {
    private static final Duration LASTS = Duration.ofMinutes(2);

    private final SigningKeys keys;
    private final Clock clock;

    OpenIdSignOut(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Protocol protocol() {
        return Protocol.OPENID;
    }

    @Override
    public Optional<HttpRequest.Builder> message(Connector connector, Over visit) {
        if (connector.callbacks().isEmpty()) return Optional.empty();
        var now = clock.instant();
        var token =
                keys.sign(
                        new JWTClaimsSet.Builder()
                                .issuer(visit.address())
                                .subject(visit.subject())
                                .audience(Objects.requireNonNull(connector.name()))
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(LASTS)))
                                .jwtID(Tokens.make(128))
                                .claim("sid", visit.mark())
                                .claim(
                                        "events",
                                        Map.of(
                                                "http://schemas.openid.net/event/backchannel-logout",
                                                Map.of()))
                                .build(),
                        "logout+jwt");
        return Optional.of(
                HttpRequest.newBuilder(URI.create(connector.callbacks().getFirst()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout_token=" + token)));
    }
}
