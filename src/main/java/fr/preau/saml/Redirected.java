package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.saml.Refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A message that came by HTTP-Redirect (SAML bindings, 3.4.4). What is signed is the query as it
 * was written, so it is read here from the query and from nowhere else, each parameter once.
 */
public final class Redirected implements Message {
    /** The parameter that carries an answer. */
    public static final String ANSWER = "SAMLResponse";

    private static final String DEFLATE =
            "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

    /** RSA and ECDSA with SHA-2, as the JDK calls them; no other is believed. */
    private static final Map<String, String> METHODS =
            Map.of(
                    MORE + "rsa-sha256",
                    "SHA256withRSA",
                    MORE + "rsa-sha384",
                    "SHA384withRSA",
                    MORE + "rsa-sha512",
                    "SHA512withRSA",
                    MORE + "ecdsa-sha256",
                    "SHA256withECDSAinP1363Format",
                    MORE + "ecdsa-sha384",
                    "SHA384withECDSAinP1363Format",
                    MORE + "ecdsa-sha512",
                    "SHA512withECDSAinP1363Format");

    private static final String USUAL = MORE + "rsa-sha256";

    private final Query query;
    private final String kind;
    private final Element top;

    private Redirected(Query query, String kind, Element top) {
        this.query = query;
        this.kind = kind;
        this.top = top;
    }

    /**
     * Reads a query; throws {@link Refusal} when it carries no such message, or more than one.
     *
     * @param kind {@code SAMLRequest}, or {@link #ANSWER}
     */
    public static Redirected read(@Nullable String query, String kind) {
        var parameters =
                new Query(query, Set.of(kind, "RelayState", "SigAlg", "Signature", "SAMLEncoding"));
        var encoding = parameters.value("SAMLEncoding");
        unless(encoding == null || encoding.equals(DEFLATE), Reason.UNREADABLE);
        Query.measured(parameters.value("RelayState"));
        var document = Xml.read(Query.inflated(Query.decoded(parameters.needed(kind))));
        Sieve.plain(document);
        return new Redirected(parameters, kind, document.getDocumentElement());
    }

    /**
     * The address that carries an answer, signed.
     *
     * @param address may have a query of its own, which is not signed with the rest
     * @param relay what the request brought to be given back; null for nothing
     */
    public static String answer(
            String address, Document answer, @Nullable String relay, SamlEngine.Key key) {
        return carried(ANSWER, address, answer, relay, key);
    }

    /** The address that carries a request, signed. */
    static String request(
            String address, Document request, @Nullable String relay, SamlEngine.Key key) {
        return carried("SAMLRequest", address, request, relay, key);
    }

    private static String carried(
            String kind,
            String address,
            Document message,
            @Nullable String relay,
            SamlEngine.Key key) {
        var deflated = Query.deflated(Xml.bytes(Xml.write(message)));
        var query =
                kind
                        + "="
                        + Query.encoded(Base64.getEncoder().encodeToString(deflated))
                        + (relay == null ? "" : "&RelayState=" + Query.encoded(relay))
                        + "&SigAlg="
                        + Query.encoded(USUAL);
        try {
            var signature = Signature.getInstance(METHODS.get(USUAL));
            signature.initSign(key.secret());
            signature.update(query.getBytes(StandardCharsets.US_ASCII));
            return address
                    + (address.contains("?") ? "&" : "?")
                    + query
                    + "&Signature="
                    + Query.encoded(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Element top() {
        return top;
    }

    @Override
    public @Nullable String relayState() {
        return query.value("RelayState");
    }

    @Override
    public boolean isSigned() {
        return query.written("Signature") != null;
    }

    @Override
    public void mustBeSignedBy(Collection<X509Certificate> certificates) {
        unless(isSigned(), Reason.UNSIGNED);
        var method = METHODS.get(query.needed("SigAlg"));
        unless(method != null, Reason.ALGORITHM);
        unless(
                certificates.stream()
                        .map(X509Certificate::getPublicKey)
                        .anyMatch(key -> verifies(key, method)),
                Reason.SIGNATURE);
    }

    private boolean verifies(PublicKey key, String method) {
        try {
            var signature = Signature.getInstance(method);
            signature.initVerify(key);
            signature.update(signed().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Query.decoded(query.needed("Signature")));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** 3.4.4.1: in this order, each as it was written, whatever stands between them. */
    private String signed() {
        var relay = query.written("RelayState");
        return kind
                + "="
                + query.written(kind)
                + (relay == null ? "" : "&RelayState=" + relay)
                + "&SigAlg="
                + query.written("SigAlg");
    }
}
