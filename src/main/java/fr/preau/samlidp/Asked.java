package fr.preau.samlidp;

import static fr.preau.saml.Refusal.unless;

import fr.preau.connectors.Connector;
import fr.preau.saml.Message;
import fr.preau.saml.Refusal.Reason;
import fr.preau.saml.Xml;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What an AuthnRequest asks (SAML core, 3.4.1), once it is believed.
 *
 * @param forces whether its holder must enter again
 * @param passive whether nothing may be asked of its holder
 * @param format of the name that it wants; null for any
 * @param contexts the ways of entering that it would have; empty for any
 */
record Asked(
        String id,
        boolean forces,
        boolean passive,
        @Nullable String format,
        List<String> contexts,
        @Nullable String relayState) {
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    static Asked of(Message came) {
        var top = came.top();
        // Somebody who is named is asked for: here whoever is in front of the browser answers.
        unless(Xml.child(top, Xml.ASSERTION, "Subject").isEmpty(), Reason.SHAPE);
        var binding = Xml.attribute(top, "ProtocolBinding");
        unless(binding == null || binding.equals(POST), Reason.SHAPE);
        return new Asked(
                Objects.requireNonNull(Xml.attribute(top, "ID")),
                truth(top, "ForceAuthn"),
                truth(top, "IsPassive"),
                Xml.child(top, Xml.PROTOCOL, "NameIDPolicy")
                        .map(policy -> Xml.attribute(policy, "Format"))
                        .orElse(null),
                Xml.child(top, Xml.PROTOCOL, "RequestedAuthnContext").stream()
                        .flatMap(wanted ->
                                Xml.children(wanted, Xml.ASSERTION, "AuthnContextClassRef")
                                        .stream())
                        .map(Xml::text)
                        .toList(),
                came.relayState());
    }

    private static boolean truth(Element top, String name) {
        var written = Xml.attribute(top, name);
        return "true".equals(written) || "1".equals(written);
    }

    /**
     * Where the answer goes: an address that is registered, letter for letter. Empty for any other,
     * and when it is only numbered and there are several.
     */
    static Optional<String> address(Message came, Connector connector) {
        var written = Xml.attribute(came.top(), "AssertionConsumerServiceURL");
        if (written != null) return Optional.of(written).filter(connector.addresses()::contains);
        var numbered = came.top().hasAttribute("AssertionConsumerServiceIndex");
        return numbered && connector.addresses().size() > 1
                ? Optional.empty()
                : connector.addresses().stream().findFirst();
    }
}
