package fr.preau.samlidp;

import fr.preau.access.SignOuts;
import fr.preau.access.Tokens;
import fr.preau.connectors.Connector;
import fr.preau.saml.Message;
import fr.preau.saml.Redirected;
import fr.preau.saml.Refusal;
import fr.preau.saml.SamlEngine.Key;
import fr.preau.saml.ServiceKeys;
import fr.preau.saml.Xml;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Answers to services that have asked for a sign-out: each is an address of the service with a
 * message that we have signed, which is how it is known again once somebody has signed out.
 */
@Component
class Farewells implements SignOuts {
    private final ServiceKeys keys;
    private final Clock clock;

    Farewells(ServiceKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The address that tells the service that it is done; empty when it has registered none. */
    String address(Message asked, Connector service, String issuer) {
        var to = service.signOut();
        if (to == null) return "";
        var written =
                """
                <samlp:LogoutResponse xmlns:samlp="%s" xmlns:saml="%s" ID="%s" Version="2.0" IssueInstant="%s" Destination="%s" InResponseTo="%s">\
                <saml:Issuer>%s</saml:Issuer>%s</samlp:LogoutResponse>\
                """
                        .formatted(
                                Xml.PROTOCOL,
                                Xml.ASSERTION,
                                "_" + Tokens.make(160),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                Xml.escape(to),
                                Xml.escape(
                                        Objects.requireNonNull(Xml.attribute(asked.top(), "ID"))),
                                Xml.escape(issuer),
                                Status.success());
        return Redirected.answer(
                to, Xml.read(Xml.bytes(written)), asked.relayState(), keys.signing());
    }

    /** Nothing to do at once: those who were told of a visit are told by the visits. */
    @Override
    public void signedOut(long session) {}

    /** Whether we have written this address ourselves. */
    @Override
    public boolean welcomes(String address) {
        var cut = address.indexOf(Redirected.ANSWER + "=");
        if (cut < 1 || !keys.ready()) return false;
        try {
            var came = Redirected.read(address.substring(cut), Redirected.ANSWER);
            came.mustBeSignedBy(keys.all().stream().map(Key::certificate).toList());
            return Xml.is(came.top(), Xml.PROTOCOL, "LogoutResponse")
                    && address.substring(0, cut - 1)
                            .equals(Xml.attribute(came.top(), "Destination"));
        } catch (Refusal refusal) {
            return false;
        }
    }
}
