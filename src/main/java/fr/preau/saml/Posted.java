package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.saml.Refusal.Reason;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A request that came by HTTP-POST (SAML bindings, 3.5), its signature inside. A browser brings
 * none of our cookies with a form of another site, so it is sent on to an address of ours that
 * carries the same request, and is read and verified there.
 */
public final class Posted implements Message {
    private static final String NAME = "PostedRequest";
    private static final String RELAY = "RelayState";

    private final Document document;
    private final @Nullable String relay;

    private Posted(Document document, @Nullable String relay) {
        this.document = document;
        this.relay = relay;
    }

    /** The query of our own that carries what a form brought. */
    public static String query(String base64, @Nullable String relay) {
        Query.measured(relay);
        var message = Query.decoded(base64);
        unless(message.length <= Xml.LARGEST, Reason.UNREADABLE);
        var shorter = Base64.getEncoder().encodeToString(Query.deflated(message));
        return NAME
                + "="
                + Query.encoded(shorter)
                + (relay == null ? "" : "&RelayState=" + Query.encoded(relay));
    }

    /** Whether a query is one of these. */
    public static boolean isIn(@Nullable String query) {
        return query != null && query.startsWith(NAME + "=");
    }

    /** Reads such a query; throws {@link Refusal} when the message is not of the one shape. */
    public static Posted read(@Nullable String query) {
        var parameters = new Query(query, Set.of(NAME, RELAY));
        Query.measured(parameters.value(RELAY));
        var document = Xml.read(Query.inflated(Query.decoded(parameters.needed(NAME))));
        Sieve.request(document, "AuthnRequest");
        return new Posted(document, parameters.value(RELAY));
    }

    /**
     * Reads a message of this kind as a form brought it, where no cookie is needed to act on it.
     */
    static Posted of(String base64, @Nullable String relay, String kind) {
        Query.measured(relay);
        unless(base64.length() <= Xml.LARGEST * 4 / 3 + 4, Reason.UNREADABLE);
        var document = Xml.read(Query.decoded(base64));
        Sieve.request(document, kind);
        return new Posted(document, relay);
    }

    @Override
    public Element top() {
        return document.getDocumentElement();
    }

    @Override
    public @Nullable String relayState() {
        return relay;
    }

    @Override
    public boolean isSigned() {
        return Xml.child(top(), Xml.SIGNATURE, "Signature").isPresent();
    }

    @Override
    public void mustBeSignedBy(Collection<X509Certificate> certificates) {
        unless(isSigned(), Reason.UNSIGNED);
        unless(
                SamlEngine.verify(
                        document,
                        certificates.stream().map(X509Certificate::getPublicKey).toList()),
                Reason.SIGNATURE);
    }
}
