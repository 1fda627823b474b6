package fr.preau.samlidp;

import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.TestConnector;
import fr.preau.saml.SamlEngine;
import fr.preau.saml.Workshop;
import fr.preau.saml.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A service outside that speaks SAML, by our own hand, so that it may ask anything wrongly. */
public final class Library {
    public static final String NAME = "https://livres.example/saml";
    static final String ADDRESS = "https://livres.example/saml/retour?a=1&b=2";
    static final String OUT = "https://livres.example/saml/sortie?a=1";
    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    /** Made once: a key takes long. */
    static final SamlEngine.Key KEY = Workshop.key("livres");

    static final SamlEngine.Key OTHER = Workshop.key("autre");

    private final Visitors visitors;
    private final TestConnector connectors;
    private final Clock clock;
    private int asked;

    public Library(Visitors visitors, TestConnector connectors, Clock clock) {
        this.visitors = visitors;
        this.connectors = connectors;
        this.clock = clock;
    }

    /** Registered, with what it signs with. */
    void register(List<String> calls, List<SamlEngine.Key> keys, Attribute... told) {
        connectors.saml(
                "livres",
                NAME,
                List.of(ADDRESS, "https://livres.example/saml/autre"),
                calls,
                OUT,
                keys.stream().map(key -> Workshop.written(key.certificate())).toList(),
                told);
    }

    String signOn() {
        return visitors.address() + "/saml2/sign-on";
    }

    String signOut() {
        return visitors.address() + "/saml2/sign-out";
    }

    String provider() {
        return visitors.address() + "/saml2/metadata";
    }

    /** The attributes of a usual request. */
    public Map<String, String> usual() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("ID", "_demande-" + ++asked);
        attributes.put("Version", "2.0");
        attributes.put("IssueInstant", clock.instant().toString());
        attributes.put("Destination", signOn());
        attributes.put("AssertionConsumerServiceURL", ADDRESS);
        return attributes;
    }

    public static Map<String, String> with(
            Map<String, String> attributes, String name, String value) {
        if (value == null) attributes.remove(name);
        else attributes.put(name, value);
        return attributes;
    }

    public static String request(Map<String, String> attributes) {
        return request(attributes, NAME, "");
    }

    static String request(Map<String, String> attributes, String issuer, String content) {
        return message("AuthnRequest", attributes, issuer, content);
    }

    static String message(
            String kind, Map<String, String> attributes, String issuer, String content) {
        return attributes.entrySet().stream()
                .map(one -> " " + one.getKey() + "=\"" + Xml.escape(one.getValue()) + "\"")
                .collect(
                        Collectors.joining(
                                "",
                                "<samlp:"
                                        + kind
                                        + " xmlns:samlp=\""
                                        + Xml.PROTOCOL
                                        + "\" xmlns:saml=\""
                                        + Xml.ASSERTION
                                        + "\"",
                                "><saml:Issuer>"
                                        + Xml.escape(issuer)
                                        + "</saml:Issuer>"
                                        + content
                                        + "</samlp:"
                                        + kind
                                        + ">"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String deflated(String message) {
        var bytes = new ByteArrayOutputStream();
        try (var out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(Xml.bytes(message));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** The query of an unsigned message; no RelayState when it is null. */
    public static String query(String message, String relay) {
        return "SAMLRequest="
                + encoded(deflated(message))
                + (relay == null ? "" : "&RelayState=" + encoded(relay));
    }

    static String signed(String query) {
        return signed(query, KEY.secret(), RSA_SHA256, "SHA256withRSA");
    }

    static String signed(String query, PrivateKey key, String method, String algorithm) {
        try {
            var whole = query + "&SigAlg=" + encoded(method);
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(Xml.bytes(whole));
            return whole
                    + "&Signature="
                    + encoded(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a browser gets that was sent with a usual request, signed. */
    static Visitor.Answer asks(Visitor visitor, Map<String, String> attributes) {
        return asks(visitor, request(attributes), null);
    }

    static Visitor.Answer asks(Visitor visitor, String message, String relay) {
        return visitor.ask("/saml2/sign-on?" + signed(query(message, relay)));
    }

    /** What the form of an answer carries; empty when there is none. */
    static Map<String, String> fields(Visitor.Answer answer) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : answer.page().select("form[data-onwards] input"))
            fields.put(field.attr("name"), field.attr("value"));
        return fields;
    }

    static String text(Visitor.Answer answer) {
        return new String(
                Base64.getDecoder().decode(fields(answer).get("SAMLResponse")),
                StandardCharsets.UTF_8);
    }
}
