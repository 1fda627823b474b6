package fr.preau.samlidp;

import fr.preau.access.Tokens;
import fr.preau.connectors.Connector;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Visits.Over;
import fr.preau.connectors.Visits.TellsSignOut;
import fr.preau.saml.SamlEngine;
import fr.preau.saml.ServiceKeys;
import fr.preau.saml.Xml;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Single logout by SOAP (SAML bindings, 3.2): a signed request, posted to the service itself. */
@Component
class SamlSignOut implements TellsSignOut {
    private static final Duration LASTS = Duration.ofMinutes(5);

    private final ServiceKeys keys;
    private final Clock clock;

    SamlSignOut(ServiceKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Protocol protocol() {
        return Protocol.SAML;
    }

    @Override
    public Optional<HttpRequest.Builder> message(Connector connector, Over visit) {
        if (connector.callbacks().isEmpty() || !keys.ready()) return Optional.empty();
        var to = connector.callbacks().getFirst();
        return Optional.of(
                HttpRequest.newBuilder(URI.create(to))
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"http://www.oasis-open.org/committees/security\"")
                        .POST(
                                BodyPublishers.ofString(
                                        "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                                                + signed(to, visit)
                                                + "</S:Body></S:Envelope>")));
    }

    private String signed(String to, Over visit) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var document =
                Xml.read(
                        Xml.bytes(
                                """
                                <samlp:LogoutRequest xmlns:samlp="%s" xmlns:saml="%s" ID="%s" Version="2.0" IssueInstant="%s" NotOnOrAfter="%s" Destination="%s">\
                                <saml:Issuer>%s</saml:Issuer><saml:NameID Format="%s">%s</saml:NameID>\
                                <samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>\
                                """
                                        .formatted(
                                                Xml.PROTOCOL,
                                                Xml.ASSERTION,
                                                "_" + Tokens.make(160),
                                                now,
                                                now.plus(LASTS),
                                                Xml.escape(to),
                                                Xml.escape(visit.address()),
                                                Naming.of(visit.subject()).format(),
                                                visit.subject(),
                                                visit.mark())));
        var top = document.getDocumentElement();
        SamlEngine.sign(top, Xml.theChild(top, Xml.ASSERTION, "NameID"), keys.signing());
        return Xml.write(document);
    }
}
