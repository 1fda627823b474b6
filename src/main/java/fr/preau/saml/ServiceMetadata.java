package fr.preau.saml;

import fr.preau.saml.ProviderMetadata.Fault;
import fr.preau.saml.ProviderMetadata.Unusable;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What a service's metadata file says (SAML metadata, 2.4.4): its name, where answers are posted,
 * where it is told of a sign-out, what it signs with. Whether an address may be used is for those
 * who register it.
 *
 * @param addresses assertion consumers by HTTP-POST, the default one first
 * @param calls where it is told of a sign-out by SOAP
 * @param signOut where a browser brings the answer to a sign-out that it asked for; null for
 *     nowhere
 * @param certificates none when it never signs
 */
public record ServiceMetadata(
        String entityId,
        List<String> addresses,
        List<String> calls,
        @Nullable String signOut,
        List<X509Certificate> certificates) {
    private static final String BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings:";

    /** Reads a file that a person has pasted; nothing that it names is fetched. */
    public static ServiceMetadata read(String text) throws Unusable {
        try {
            var described = ProviderMetadata.described(text, "SPSSODescriptor");
            var role = described.role();
            var addresses = assertionConsumers(role);
            if (addresses.isEmpty()) throw new Unusable(Fault.NO_ADDRESS);
            var back = at(role, "SingleLogoutService", "HTTP-Redirect", true);
            return new ServiceMetadata(
                    described.entityId(),
                    addresses,
                    at(role, "SingleLogoutService", "SOAP", false).stream().limit(1).toList(),
                    back.isEmpty() ? null : back.getFirst(),
                    ProviderMetadata.certificates(role));
        } catch (Refusal refusal) {
            throw new Unusable(Fault.UNREADABLE);
        }
    }

    private static List<String> assertionConsumers(Element role) {
        var all =
                Xml.children(role, Xml.METADATA, "AssertionConsumerService").stream()
                        .filter(one -> is(one, "HTTP-POST"))
                        .sorted(
                                java.util.Comparator.comparing(one ->
                                        !List.of("true", "1")
                                                .contains(one.getAttribute("isDefault"))))
                        .toList();
        return all.stream().map(one -> one.getAttribute("Location")).distinct().toList();
    }

    private static List<String> at(Element role, String name, String binding, boolean answers) {
        return Xml.children(role, Xml.METADATA, name).stream()
                .filter(one -> is(one, binding))
                .map(one ->
                        answers && one.hasAttribute("ResponseLocation")
                                ? one.getAttribute("ResponseLocation")
                                : one.getAttribute("Location"))
                .distinct()
                .toList();
    }

    private static boolean is(Element service, String binding) {
        return (BINDINGS + binding).equals(Xml.attribute(service, "Binding"));
    }
}
