package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.saml.Refusal.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The shape that a response must have before its signatures mean anything: one assertion, where it
 * belongs; signatures only on it and on the response, each over its own parent, with the methods of
 * a short list; no comment; no ID twice. Every known wrapping of a signature needs something else.
 */
final class Sieve {
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String ENVELOPED = Xml.SIGNATURE + "enveloped-signature";

    /** RSA and ECDSA with SHA-2 (RGS B1; ANSSI, cryptographic mechanisms). */
    private static final Set<String> METHODS =
            Set.of(
                    MORE + "rsa-sha256",
                    MORE + "rsa-sha384",
                    MORE + "rsa-sha512",
                    MORE + "ecdsa-sha256",
                    MORE + "ecdsa-sha384",
                    MORE + "ecdsa-sha512");

    private static final Set<String> DIGESTS =
            Set.of(Xml.ENCRYPTION + "sha256", MORE + "sha384", Xml.ENCRYPTION + "sha512");

    /** What else a response may hold (SAML core, 3.2.2); extensions are not for us. */
    private static final Set<String> IN_RESPONSE =
            Set.of("Issuer", "Signature", "Status", "Assertion", "EncryptedAssertion");

    private Sieve() {}

    /** Refuses a response that is not of the one shape that is read here. */
    static void response(Document document) {
        var response = document.getDocumentElement();
        unless(Xml.is(response, Xml.PROTOCOL, "Response"), Reason.SHAPE);
        for (var child : Xml.children(response))
            unless(IN_RESPONSE.contains(child.getLocalName()), Reason.SHAPE);
        var plain = Xml.children(response, Xml.ASSERTION, "Assertion");
        var encrypted = Xml.children(response, Xml.ASSERTION, "EncryptedAssertion");
        unless(plain.size() + encrypted.size() == 1, Reason.SHAPE);
        unless(named(response, "Assertion").equals(plain), Reason.SHAPE);
        unless(named(response, "EncryptedAssertion").equals(encrypted), Reason.SHAPE);
        unless(named(response, "Response").equals(List.of(response)), Reason.SHAPE);
        common(document);
    }

    /** The same of an assertion that was encrypted, in its own document. */
    static void assertion(Document document) {
        var assertion = document.getDocumentElement();
        unless(Xml.is(assertion, Xml.ASSERTION, "Assertion"), Reason.SHAPE);
        unless(named(assertion, "Assertion").equals(List.of(assertion)), Reason.SHAPE);
        unless(named(assertion, "EncryptedAssertion").isEmpty(), Reason.SHAPE);
        common(document);
    }

    /** The same of another message of this kind, which is signed as a whole. */
    static void request(Document document, String kind) {
        var request = document.getDocumentElement();
        unless(Xml.is(request, Xml.PROTOCOL, kind), Reason.SHAPE);
        unless(named(request, kind).equals(List.of(request)), Reason.SHAPE);
        unless(named(request, "Assertion").isEmpty(), Reason.SHAPE);
        common(document);
    }

    private static void common(Document document) {
        plain(document);
        var top = document.getDocumentElement();
        var ids = new HashSet<String>();
        for (var element : Xml.all(top)) {
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                var attribute = attributes.item(i);
                var name = attribute.getLocalName();
                if (name != null && name.equalsIgnoreCase("id"))
                    unless(ids.add(attribute.getNodeValue()), Reason.SHAPE);
            }
        }
        for (var signature : named(top, "Signature")) signature(signature, top);
    }

    /** Comments and instructions split words for one reader and not for another. */
    static void plain(Node top) {
        for (var node = top.getFirstChild(); node != null; node = next(node, top)) {
            var type = node.getNodeType();
            unless(type == Node.ELEMENT_NODE || type == Node.TEXT_NODE, Reason.SHAPE);
        }
    }

    private static Node next(Node node, Node top) {
        if (node.getFirstChild() != null) return node.getFirstChild();
        while (node != null && node != top && node.getNextSibling() == null)
            node = node.getParentNode();
        return node == null || node == top ? null : node.getNextSibling();
    }

    private static void signature(Element signature, Element top) {
        unless(Xml.is(signature, Xml.SIGNATURE, "Signature"), Reason.SHAPE);
        var signed = (Element) signature.getParentNode();
        unless(
                signed == top
                        || signed.getParentNode() == top
                                && Xml.is(signed, Xml.ASSERTION, "Assertion"),
                Reason.SHAPE);
        unless(Xml.children(signed, Xml.SIGNATURE, "Signature").size() == 1, Reason.SHAPE);
        unless(Xml.children(signature, Xml.SIGNATURE, "Object").isEmpty(), Reason.SHAPE);
        var info = Xml.theChild(signature, Xml.SIGNATURE, "SignedInfo");
        unless(named(signature, "SignedInfo").size() == 1, Reason.SHAPE);
        unless(
                EXCLUSIVE.equals(algorithm(info, "CanonicalizationMethod"))
                        && METHODS.contains(algorithm(info, "SignatureMethod")),
                Reason.ALGORITHM);
        var reference = Xml.theChild(info, Xml.SIGNATURE, "Reference");
        unless(named(signature, "Reference").size() == 1, Reason.SHAPE);
        var id = Xml.attribute(signed, "ID");
        unless(
                id != null
                        && !id.isEmpty()
                        && ("#" + id).equals(Xml.attribute(reference, "URI"))
                        && !reference.hasAttribute("Type"),
                Reason.SHAPE);
        unless(DIGESTS.contains(algorithm(reference, "DigestMethod")), Reason.ALGORITHM);
        transforms(Xml.theChild(reference, Xml.SIGNATURE, "Transforms"));
    }

    /** The signature itself is left out, the rest is put in order; nothing else is cut away. */
    private static void transforms(Element transforms) {
        var methods =
                Xml.children(transforms).stream()
                        .map(transform -> String.valueOf(Xml.attribute(transform, "Algorithm")))
                        .toList();
        unless(methods.equals(List.of(ENVELOPED, EXCLUSIVE)), Reason.ALGORITHM);
    }

    private static String algorithm(Element parent, String name) {
        return String.valueOf(
                Xml.attribute(Xml.theChild(parent, Xml.SIGNATURE, name), "Algorithm"));
    }

    /** By its local name, in whatever namespace: what resembles it must be it. */
    private static List<Element> named(Element top, String name) {
        return Xml.all(top).stream().filter(e -> name.equals(e.getLocalName())).toList();
    }
}
