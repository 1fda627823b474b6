package fr.preau.saml;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What a provider's metadata file says (SAML metadata, 2.4.3): its name, where it is asked, what it
 * and told of a sign-out, what it signs with. The file comes from a person; who wrote it is for
 * that person to know, by the fingerprints.
 */
public record ProviderMetadata(
        String entityId,
        String signOn,
        @Nullable String signOut,
        @Nullable String signOutAnswer,
        List<X509Certificate> certificates) {
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

    /** Why a file cannot be used; each is a sentence on the screen. */
    public enum Fault {
        UNREADABLE,
        NOT_ONE_PROVIDER,
        NO_ADDRESS,
        NO_CERTIFICATE,
        WEAK_KEY
    }

    /** A file that cannot be used. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        Unusable(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** An entity, and the one part that it plays of those that were looked for. */
    record Described(String entityId, Element role) {}

    static ProviderMetadata read(String text) throws Unusable {
        try {
            var described = described(text, "IDPSSODescriptor");
            var signOn = signOn(described.role());
            var certificates = certificates(described.role());
            if (certificates.isEmpty()) throw new Unusable(Fault.NO_CERTIFICATE);
            var signOut = signOut(described.role());
            return new ProviderMetadata(
                    described.entityId(),
                    signOn,
                    signOut.map(one -> one.getAttribute("Location")).orElse(null),
                    signOut.map(ProviderMetadata::answeredAt).orElse(null),
                    certificates);
        } catch (Refusal refusal) {
            throw new Unusable(Fault.UNREADABLE);
        }
    }

    /** The only entity of a file, in this part. */
    static Described described(String text, String part) throws Unusable {
        var top = Xml.read(Xml.bytes(text.strip())).getDocumentElement();
        var entities =
                Xml.all(top).stream()
                        .filter(e -> Xml.is(e, Xml.METADATA, "EntityDescriptor"))
                        .toList();
        if (entities.size() != 1) throw new Unusable(Fault.NOT_ONE_PROVIDER);
        var entity = entities.getFirst();
        var roles =
                Xml.children(entity, Xml.METADATA, part).stream()
                        .filter(role ->
                                List.of(
                                                String.valueOf(
                                                                Xml.attribute(
                                                                        role,
                                                                        "protocolSupportEnumeration"))
                                                        .split("\\s+"))
                                        .contains(Xml.PROTOCOL))
                        .toList();
        var name = Xml.attribute(entity, "entityID");
        if (roles.size() != 1 || name == null || name.isBlank() || name.length() > 1024)
            throw new Unusable(Fault.NOT_ONE_PROVIDER);
        return new Described(name.strip(), roles.getFirst());
    }

    private static String signOn(Element role) throws Unusable {
        return Xml.children(role, Xml.METADATA, "SingleSignOnService").stream()
                .filter(one -> REDIRECT.equals(Xml.attribute(one, "Binding")))
                .map(one -> String.valueOf(Xml.attribute(one, "Location")))
                .filter(ProviderMetadata::isSafe)
                .findFirst()
                .orElseThrow(() -> new Unusable(Fault.NO_ADDRESS));
    }

    /** By HTTP-Redirect, which is how we answer; many providers have none. */
    private static Optional<Element> signOut(Element role) {
        return Xml.children(role, Xml.METADATA, "SingleLogoutService").stream()
                .filter(one -> REDIRECT.equals(Xml.attribute(one, "Binding")))
                .filter(one -> isSafe(one.getAttribute("Location")))
                .filter(one -> isSafe(answeredAt(one)))
                .findFirst();
    }

    private static String answeredAt(Element service) {
        return service.hasAttribute("ResponseLocation")
                ? service.getAttribute("ResponseLocation")
                : service.getAttribute("Location");
    }

    private static boolean isSafe(String address) {
        try {
            return address.matches("https://[!-~]+") && new URI(address).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What it signs with; several during a rollover. */
    static List<X509Certificate> certificates(Element role) throws Unusable {
        var found = new ArrayList<X509Certificate>();
        for (var descriptor : Xml.children(role, Xml.METADATA, "KeyDescriptor")) {
            if ("encryption".equals(Xml.attribute(descriptor, "use"))) continue;
            for (var written : Xml.all(descriptor))
                if (Xml.is(written, Xml.SIGNATURE, "X509Certificate"))
                    try {
                        var certificate = Certificates.read(Xml.text(written));
                        if (!Certificates.isStrong(certificate)) throw new Unusable(Fault.WEAK_KEY);
                        if (!found.contains(certificate)) found.add(certificate);
                    } catch (CertificateException e) {
                        throw new Unusable(Fault.NO_CERTIFICATE);
                    }
        }
        return List.copyOf(found);
    }
}
