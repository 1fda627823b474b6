package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.saml.Refusal.Reason;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Believes a response or refuses it (SAML profiles, 4.1.4.3): shape, signatures, then every
 * condition, all of them read from the same document and from the very assertion that was signed.
 */
final class Verification {
    /** How far the clocks of the two houses may differ. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** A response older than this was kept by somebody on its way. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final IdentityProvider provider;
    private final Expected expected;
    private final List<PrivateKey> ours;
    private final Clock clock;

    /**
     * What we asked for: the address that answers come to, our own name, and the requests that this
     * browser waits for.
     */
    record Expected(String address, String entity, Set<String> requests) {}

    Verification(IdentityProvider provider, Expected expected, List<PrivateKey> ours, Clock clock) {
        this.provider = provider;
        this.expected = expected;
        this.ours = ours;
        this.clock = clock;
    }

    /** The request that was answered, and what was said. */
    record Verdict(String request, Answer answer) {}

    /** Reads a response as it came; throws {@link Refusal} when it is not believed. */
    Verdict of(byte[] message) {
        var document = Xml.read(message);
        Sieve.response(document);
        var response = document.getDocumentElement();
        var signed = Xml.child(response, Xml.SIGNATURE, "Signature").isPresent();
        var assertion = proved(document, signed);
        var request = response(response, signed);
        return new Verdict(
                request,
                new AssertionReader(provider, expected, request, clock.instant()).read(assertion));
    }

    /** The assertion, once a signature of the provider covers it. */
    private Element proved(Document document, boolean signed) {
        var response = document.getDocumentElement();
        var encrypted = Xml.child(response, Xml.ASSERTION, "EncryptedAssertion");
        if (encrypted.isEmpty()) {
            var assertion = Xml.theChild(response, Xml.ASSERTION, "Assertion");
            unless(signed || isSigned(assertion), Reason.UNSIGNED);
            unless(SamlEngine.verify(document, keys()), Reason.SIGNATURE);
            return assertion;
        }
        // Before it is opened, which changes it.
        if (signed) unless(SamlEngine.verify(document, keys()), Reason.SIGNATURE);
        var opened = Decryption.open(encrypted.get(), signed, ours);
        Sieve.assertion(opened);
        var assertion = opened.getDocumentElement();
        if (isSigned(assertion)) unless(SamlEngine.verify(opened, keys()), Reason.SIGNATURE);
        else unless(signed, Reason.UNSIGNED);
        return assertion;
    }

    private static boolean isSigned(Element assertion) {
        return Xml.child(assertion, Xml.SIGNATURE, "Signature").isPresent();
    }

    private List<PublicKey> keys() {
        return provider.certificates().stream().map(X509Certificate::getPublicKey).toList();
    }

    /** What the response says around its assertion; the request that it answers. */
    private String response(Element response, boolean signed) {
        unless("2.0".equals(Xml.attribute(response, "Version")), Reason.SHAPE);
        var status = Xml.theChild(response, Xml.PROTOCOL, "Status");
        var code = Xml.theChild(status, Xml.PROTOCOL, "StatusCode");
        unless(
                "urn:oasis:names:tc:SAML:2.0:status:Success".equals(Xml.attribute(code, "Value")),
                Reason.NOT_SUCCESS);
        // Required once the response is signed (SAML bindings, 3.5.5.2).
        var destination = Xml.attribute(response, "Destination");
        unless(
                destination == null ? !signed : destination.equals(expected.address()),
                Reason.DESTINATION);
        Xml.child(response, Xml.ASSERTION, "Issuer")
                .ifPresent(issuer ->
                        unless(Xml.text(issuer).equals(provider.entityId()), Reason.ISSUER));
        var now = clock.instant();
        var issued = Xml.instant(response, "IssueInstant");
        unless(
                !issued.isAfter(now.plus(SKEW)) && issued.isAfter(now.minus(OLDEST).minus(SKEW)),
                Reason.TIME);
        var request = Xml.attribute(response, "InResponseTo");
        unless(request != null && expected.requests().contains(request), Reason.REQUEST);
        return request;
    }
}
