package fr.preau.connectors;

import fr.preau.web.Profile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service outside, as the région has registered it.
 *
 * @param purpose what it serves, in a sentence for those who are led there
 * @param name the service's own name in the protocol, the entityID of SAML or the client_id of
 *     OpenID Connect; null for CAS, which knows a service by its address
 * @param addresses where somebody may be led: the beginnings of addresses for CAS, exact addresses
 *     for the others
 * @param callbacks where else the service may be called: granting tickets of CAS, sign-out of
 *     OpenID Connect and of SAML (SOAP)
 * @param signOut where a browser brings the answer to a sign-out that a SAML service has asked for;
 *     null for nowhere
 * @param certificates what a SAML service signs with, DER in base 64; none when it never signs
 * @param sharedSecret SHA-256 of an OpenID Connect secret; null for a public client
 * @param places structures for which it is open, with all that is beneath them
 */
public record Connector(
        long id,
        String slug,
        String title,
        String purpose,
        Protocol protocol,
        @Nullable String name,
        List<String> addresses,
        List<String> callbacks,
        @Nullable String signOut,
        List<String> certificates,
        byte @Nullable [] sharedSecret,
        Set<Profile> profiles,
        List<Attribute> attributes,
        List<Long> places,
        boolean open) {
    /** How a service asks, and is answered. */
    public enum Protocol {
        CAS,
        SAML,
        OPENID
    }
}
