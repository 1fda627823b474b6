package fr.preau.samlidp;

import static fr.preau.saml.Refusal.unless;

import fr.preau.connectors.Connector;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Connectors;
import fr.preau.saml.Certificates;
import fr.preau.saml.Message;
import fr.preau.saml.Refusal;
import fr.preau.saml.Refusal.Reason;
import fr.preau.saml.Xml;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Believes what a service asks, or refuses it: who asks, with which key, of whom, and when. */
@Component
class Belief {
    private static final Logger log = LoggerFactory.getLogger(Belief.class);
    private static final Duration SKEW = Duration.ofSeconds(60);

    /**
     * Whoever has to enter first comes back later with the same request. One that is sent again
     * gives its sender nothing: the answer goes to a registered address and names the request.
     */
    private static final Duration OLDEST = Duration.ofHours(1);

    private static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

    private final Connectors connectors;
    private final Clock clock;

    Belief(Connectors connectors, Clock clock) {
        this.connectors = connectors;
        this.clock = clock;
    }

    /** The service that a message says it comes from, which proves nothing yet. */
    Optional<Connector> sender(Message came) {
        var issuer = Xml.theChild(came.top(), Xml.ASSERTION, "Issuer");
        var format = Xml.attribute(issuer, "Format");
        unless(format == null || format.equals(ENTITY), Reason.ISSUER);
        return connectors.named(Protocol.SAML, Xml.text(issuer));
    }

    /**
     * Throws {@link Refusal} unless the message is one of this kind, from this service.
     *
     * @param here the address of ours that it came to
     */
    void of(Message came, String kind, Connector sender, String here) {
        try {
            check(came, kind, sender, here);
        } catch (Refusal refusal) {
            log.info("service {} is not answered: {}", sender.slug(), refusal.reason());
            throw refusal;
        }
    }

    private void check(Message came, String kind, Connector sender, String here) {
        if (!sender.certificates().isEmpty()) came.mustBeSignedBy(certificates(sender));
        var top = came.top();
        unless(Xml.is(top, Xml.PROTOCOL, kind), Reason.SHAPE);
        unless("2.0".equals(Xml.attribute(top, "Version")), Reason.SHAPE);
        var id = Xml.attribute(top, "ID");
        unless(id != null && id.matches("[A-Za-z_][A-Za-z0-9_.-]{0,255}"), Reason.SHAPE);
        // Required once it is signed (SAML bindings, 3.4.5.2): nobody hands on another's request.
        var destination = Xml.attribute(top, "Destination");
        unless(
                destination == null ? !came.isSigned() : destination.equals(here),
                Reason.DESTINATION);
        var now = clock.instant();
        var issued = Xml.instant(top, "IssueInstant");
        unless(
                !issued.isAfter(now.plus(SKEW)) && issued.isAfter(now.minus(OLDEST).minus(SKEW)),
                Reason.TIME);
        if (top.hasAttribute("NotOnOrAfter"))
            unless(now.isBefore(Xml.instant(top, "NotOnOrAfter").plus(SKEW)), Reason.TIME);
    }

    private static List<X509Certificate> certificates(Connector sender) {
        return sender.certificates().stream()
                .map(one -> {
                    try {
                        return Certificates.read(one);
                    } catch (CertificateException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
