package fr.preau.cas;

import fr.preau.connectors.Connector;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Visits.Over;
import fr.preau.connectors.Visits.TellsSignOut;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Single logout (CAS 3.0.3, 2.3.3): the service is posted the ticket that it had shown. */
@Component
class CasSignOut implements TellsSignOut {
    private final Clock clock;

    CasSignOut(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Protocol protocol() {
        return Protocol.CAS;
    }

    @Override
    public Optional<HttpRequest.Builder> message(Connector connector, Over visit) {
        var message =
                """
                <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="%s" Version="2.0" IssueInstant="%s">\
                <saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>\
                <samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>\
                """
                        .formatted(
                                Tickets.make("LR-"),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                visit.mark());
        return Optional.of(
                HttpRequest.newBuilder(URI.create(visit.address()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "logoutRequest="
                                                + URLEncoder.encode(
                                                        message, StandardCharsets.UTF_8))));
    }
}
