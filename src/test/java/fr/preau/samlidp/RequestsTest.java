package fr.preau.samlidp;

import static fr.preau.samlidp.Library.encoded;
import static fr.preau.samlidp.Library.fields;
import static fr.preau.samlidp.Library.query;
import static fr.preau.samlidp.Library.request;
import static fr.preau.samlidp.Library.signed;
import static fr.preau.samlidp.Library.with;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.ServiceAddressTest;
import fr.preau.connectors.TestConnector;
import fr.preau.saml.Workshop;
import fr.preau.saml.Xml;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Nothing is told in answer to a request that is not, letter for letter, one of its service. */
@School
class RequestsTest {
    private static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    private TestConnector connectors;
    private Library library;
    private Visitor yanis;

    @BeforeEach
    void a_service_is_registered_and_somebody_is_inside() {
        connectors = new TestConnector(application);
        library = new Library(visitors, connectors, clock);
        library.register(List.of(), List.of(Library.KEY), Attribute.GIVEN_NAME);
        yanis = visitors.as("yanis.benali");
        assertThat(fields(redirected(signed(query(request(library.usual()), "r")))))
                .as("the premise")
                .containsKey("SAMLResponse");
    }

    private Visitor.Answer redirected(String query) {
        return yanis.ask("/saml2/sign-on?" + query);
    }

    private void refuses(String what, String query) {
        var answer = redirected(query);
        assertThat(answer.status()).as(what).isIn(400, 403);
        assertThat(answer.location()).as(what).isEmpty();
        assertThat(fields(answer)).as(what).isEmpty();
    }

    @Test
    void a_query_that_is_not_signed_as_it_stands_by_the_service() {
        var message = request(library.usual());
        var good = signed(query(message, "r"));
        var signature = good.substring(good.indexOf("&Signature="));
        var hostile = new LinkedHashMap<String, String>();
        hostile.put("unsigned", query(message, "r"));
        hostile.put("no signature", good.replace(signature, ""));
        hostile.put("an empty one", good.replace(signature, "&Signature="));
        hostile.put("not base 64", good.replace(signature, "&Signature=%21%21"));
        hostile.put("no method", good.replaceFirst("&SigAlg=[^&]*", ""));
        hostile.put(
                "another key",
                signed(
                        query(message, "r"),
                        Library.OTHER.secret(),
                        Library.RSA_SHA256,
                        "SHA256withRSA"));
        hostile.put(
                "SHA-1",
                signed(query(message, "r"), Library.KEY.secret(), RSA_SHA1, "SHA1withRSA"));
        hostile.put(
                "SHA-1 that says SHA-256",
                signed(
                        query(message, "r"),
                        Library.KEY.secret(),
                        Library.RSA_SHA256,
                        "SHA1withRSA"));
        hostile.put("another method", good.replace("rsa-sha256", "rsa-sha512"));
        hostile.put("an elliptic method", good.replace("rsa-sha256", "ecdsa-sha256"));
        hostile.put("another RelayState", good.replace("RelayState=r", "RelayState=s"));
        hostile.put("no RelayState", good.replace("&RelayState=r", ""));
        hostile.put("a RelayState of two", good + "&RelayState=s");
        hostile.put("a request of two", good + "&SAMLRequest=" + encoded("x"));
        hostile.put(
                "a request before the signed one",
                query(request(library.usual()), "r") + "&" + good);
        hostile.put("a signature of two", good + signature);
        hostile.put(
                "another request",
                good.replaceFirst("SAMLRequest=[^&]*", query(request(library.usual()), null)));
        hostile.put("written otherwise", good.replace("http%3A%2F%2Fwww", "http%3a%2f%2fwww"));
        hostile.put("another encoding", good + "&SAMLEncoding=urn%3Aother");
        hostile.put("a RelayState over the limit", signed(query(message, "é".repeat(512) + "x")));
        hostile.forEach(this::refuses);
        var last = signed(query(message, "é".repeat(512)));
        assertThat(fields(redirected(last))).containsEntry("RelayState", "é".repeat(512));
    }

    @Test
    void a_message_that_is_old_or_meant_for_others_or_misshapen() {
        var hostile = new LinkedHashMap<String, String>();
        hostile.put(
                "old",
                request(
                        with(
                                library.usual(),
                                "IssueInstant",
                                clock.instant().minus(Duration.ofMinutes(62)).toString())));
        hostile.put(
                "to come",
                request(
                        with(
                                library.usual(),
                                "IssueInstant",
                                clock.instant().plus(Duration.ofMinutes(2)).toString())));
        hostile.put("no moment", request(with(library.usual(), "IssueInstant", null)));
        hostile.put("not a moment", request(with(library.usual(), "IssueInstant", "hier")));
        hostile.put("no destination", request(with(library.usual(), "Destination", null)));
        hostile.put("an empty one", request(with(library.usual(), "Destination", "")));
        for (var other :
                List.of(
                        "https://autre.example/saml2/sign-on",
                        library.signOut(),
                        library.signOn() + "/",
                        library.signOn() + "?a"))
            hostile.put(other, request(with(library.usual(), "Destination", other)));
        hostile.put("no ID", request(with(library.usual(), "ID", null)));
        hostile.put("an ID with a tag", request(with(library.usual(), "ID", "_a\"><b c=\"")));
        hostile.put("a long ID", request(with(library.usual(), "ID", "_" + "a".repeat(300))));
        hostile.put("version 1.1", request(with(library.usual(), "Version", "1.1")));
        hostile.put("no version", request(with(library.usual(), "Version", null)));
        hostile.put(
                "another kind",
                Library.message("LogoutRequest", library.usual(), Library.NAME, ""));
        hostile.put(
                "another namespace",
                request(library.usual()).replace(Xml.PROTOCOL, Xml.PROTOCOL + "x"));
        hostile.put("somebody else", request(library.usual(), "https://autre.example/", ""));
        hostile.put("a prefix of its name", request(library.usual(), Library.NAME + "/", ""));
        hostile.put(
                "a name in two pieces",
                request(library.usual()).replace("livres.example", "livres<!-- x -->.example"));
        hostile.put(
                "two issuers",
                request(
                        library.usual(),
                        Library.NAME,
                        "<saml:Issuer>" + Library.NAME + "</saml:Issuer>"));
        hostile.put(
                "no issuer",
                request(library.usual()).replaceAll("<saml:Issuer>.*</saml:Issuer>", ""));
        hostile.put(
                "an issuer that is a person",
                request(library.usual())
                        .replace(
                                "<saml:Issuer>",
                                "<saml:Issuer Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\">"));
        hostile.put(
                "somebody by name",
                request(
                        library.usual(),
                        Library.NAME,
                        "<saml:Subject><saml:NameID>tom</saml:NameID></saml:Subject>"));
        hostile.put(
                "by artifact",
                request(
                        with(
                                library.usual(),
                                "ProtocolBinding",
                                "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact")));
        hostile.put(
                "a document type",
                "<!DOCTYPE a [<!ENTITY b \"livres\">]>" + request(library.usual()));
        hostile.put(
                "an entity of this machine",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                        + request(library.usual(), "&b;", "").replace("&amp;b;", "&b;"));
        hostile.put("an instruction", "<?a b?>" + request(library.usual()));
        hostile.put("not XML", "AuthnRequest");
        hostile.put("nothing", "");
        hostile.put(
                "too long",
                request(library.usual(), Library.NAME, "<!--" + " ".repeat(300_000) + "-->"));
        hostile.put(
                "too deep",
                request(library.usual(), Library.NAME, "<a>".repeat(100) + "</a>".repeat(100)));
        hostile.forEach((what, message) -> refuses(what, signed(query(message, null))));
        refuses("no query", "");
        refuses("not deflated", "SAMLRequest=" + encoded(request(library.usual())));
        refuses("what is kept is no query", "kept=%21");
        refuses("what is kept is empty", "kept=");
    }

    @Test
    void an_answer_goes_to_a_registered_address_and_to_no_other() {
        var addresses = new java.util.ArrayList<>(ServiceAddressTest.hostile());
        addresses.addAll(
                List.of(
                        Library.ADDRESS + "/",
                        Library.ADDRESS + "&c=3",
                        Library.ADDRESS.replace("?a=1&b=2", ""),
                        Library.ADDRESS + ".evil.example",
                        Library.ADDRESS.replace("https", "http"),
                        Library.ADDRESS.replace("livres", "LIVRES"),
                        Library.ADDRESS.replace("example", "example:443"),
                        Library.ADDRESS.replace("example/", "example.evil.example/"),
                        Library.ADDRESS.replace("https://", "https://evil.example@"),
                        Library.ADDRESS.replace("retour", "%72etour"),
                        Library.ADDRESS + " ",
                        Library.OUT,
                        ""));
        for (var address : addresses) {
            var message = request(with(library.usual(), "AssertionConsumerServiceURL", address));
            refuses(address, signed(query(message, null)));
        }
        var numbered = with(library.usual(), "AssertionConsumerServiceURL", null);
        numbered.put("AssertionConsumerServiceIndex", "1");
        refuses("which of two ?", signed(query(request(numbered), null)));
        numbered.remove("AssertionConsumerServiceIndex");
        var usual = redirected(signed(query(request(numbered), null)));
        assertThat(usual.page().selectFirst("form[data-onwards]").attr("action"))
                .as("the first, when none is named")
                .isEqualTo(Library.ADDRESS);
    }

    @Test
    void while_a_service_changes_its_key_both_are_believed() {
        library.register(List.of(), List.of(Library.KEY, Library.OTHER), Attribute.GIVEN_NAME);
        for (var key : List.of(Library.KEY, Library.OTHER))
            assertThat(
                            fields(
                                    redirected(
                                            signed(
                                                    query(request(library.usual()), null),
                                                    key.secret(),
                                                    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
                                                    "SHA512withRSA"))))
                    .containsKey("SAMLResponse");
    }

    private Visitor.Answer posted(String message, String relay) {
        var body =
                "SAMLRequest="
                        + encoded(Base64.getEncoder().encodeToString(Xml.bytes(message)))
                        + (relay == null ? "" : "&RelayState=" + encoded(relay));
        // Another site's form: the browser keeps our cookies for the address that follows.
        var sent = visitors.stranger().ask("POST", "/saml2/sign-on", body);
        return sent.status() == 303 ? yanis.ask(sent.location()) : sent;
    }

    private Document document() {
        return Xml.read(Xml.bytes(request(library.usual(), Library.NAME, "<samlp:NameIDPolicy/>")));
    }

    @Test
    void a_request_may_be_posted_with_its_signature_inside() {
        var good = document();
        Workshop.sign(good, Library.KEY);
        var answer = posted(Xml.write(good), "é t a t");
        assertThat(fields(answer))
                .containsKey("SAMLResponse")
                .containsEntry("RelayState", "é t a t");
    }

    @Test
    void a_posted_request_that_is_not_wholly_signed_by_the_service() {
        var hostile = new LinkedHashMap<String, String>();
        hostile.put("unsigned", request(library.usual()));
        hostile.put("another key", signedBy(d -> Workshop.sign(d, Library.OTHER)));
        hostile.put(
                "SHA-1",
                signedBy(d ->
                        Workshop.sign(
                                d,
                                Library.KEY,
                                RSA_SHA1,
                                "http://www.w3.org/2001/04/xmlenc#sha256")));
        hostile.put(
                "a digest by SHA-1",
                signedBy(d ->
                        Workshop.sign(
                                d,
                                Library.KEY,
                                Library.RSA_SHA256,
                                "http://www.w3.org/2000/09/xmldsig#sha1")));
        hostile.put(
                "changed after",
                signedBy(d -> {
                    Workshop.sign(d, Library.KEY);
                    d.getDocumentElement().setAttribute("ForceAuthn", "true");
                }));
        hostile.put(
                "no signature left",
                signedBy(d -> {
                    Workshop.sign(d, Library.KEY);
                    d.getDocumentElement().removeChild(signature(d));
                }));
        hostile.put("the signed one inside, in Extensions", wrapped("samlp:Extensions", false));
        hostile.put("the signed one inside, in its signature", wrapped("ds:Object", true));
        hostile.put("the signed one as a child", wrapped(null, false));
        hostile.put(
                "two signatures",
                signedBy(d -> {
                    Workshop.sign(d, Library.KEY);
                    d.getDocumentElement().appendChild(signature(d).cloneNode(true));
                }));
        hostile.forEach((what, message) -> {
            var answer = posted(message, null);
            assertThat(answer.status()).as(what).isIn(400, 403);
            assertThat(fields(answer)).as(what).isEmpty();
        });
        var good = signedBy(d -> Workshop.sign(d, Library.KEY));
        assertThat(posted(good, "x".repeat(1_025)).status()).isEqualTo(400);
        assertThat(posted("", null).status()).isEqualTo(400);
        assertThat(fields(posted(good, null))).as("the premise").containsKey("SAMLResponse");
    }

    private String signedBy(Consumer<Document> manner) {
        var document = document();
        manner.accept(document);
        return Xml.write(document);
    }

    private static Element signature(Document document) {
        return Xml.theChild(document.getDocumentElement(), Xml.SIGNATURE, "Signature");
    }

    /** Another request around the one that was signed, with its signature or without. */
    private String wrapped(String around, boolean inSignature) {
        return signedBy(d -> {
            Workshop.sign(d, Library.KEY);
            var top = d.getDocumentElement();
            var copy = (Element) top.cloneNode(true);
            var signature = signature(d);
            copy.removeChild(Xml.theChild(copy, Xml.SIGNATURE, "Signature"));
            top.setAttribute("ID", "_evil");
            top.setAttribute("AssertionConsumerServiceURL", "https://livres.example/saml/autre");
            var place =
                    around == null
                            ? copy
                            : d.createElementNS(inSignature ? Xml.SIGNATURE : Xml.PROTOCOL, around);
            if (around != null) place.appendChild(copy);
            if (inSignature) signature.appendChild(place);
            else top.appendChild(place);
        });
    }

    @Test
    void an_unsigned_request_is_enough_of_a_service_that_never_signs_and_goes_to_it_alone() {
        library.register(List.of(), List.of(), Attribute.GIVEN_NAME);
        var message = request(library.usual());
        assertThat(fields(redirected(query(message, null)))).containsKey("SAMLResponse");
        for (Map.Entry<String, String> one :
                Map.of(
                                "elsewhere",
                                request(
                                        with(
                                                library.usual(),
                                                "AssertionConsumerServiceURL",
                                                "https://evil.example/")),
                                "old",
                                request(
                                        with(
                                                library.usual(),
                                                "IssueInstant",
                                                "2024-09-09T08:00:00Z")))
                        .entrySet()) refuses(one.getKey(), query(one.getValue(), null));
    }

    /** Whatever is changed in a request or in its query, nothing breaks and nobody is led away. */
    @Test
    void a_request_with_anything_changed_breaks_nothing() {
        library.register(List.of(), List.of(), Attribute.GIVEN_NAME);
        var chance = new Random(20241109);
        var good =
                request(
                        library.usual(),
                        Library.NAME,
                        "<samlp:NameIDPolicy AllowCreate=\"true\"/>");
        for (int i = 0; i < 400; i++) {
            var message = i % 2 == 0 ? changed(good, chance) : good;
            var raw = query(message, "r");
            if (i % 2 == 1) raw = changed(raw, chance);
            var folded = Base64.getUrlEncoder().withoutPadding().encodeToString(Xml.bytes(raw));
            // What no client can send, a way that was folded can still bring.
            var sent =
                    raw.replaceAll("[^!-~]|[\"<>\\\\^`{|}#]", "_")
                            .replaceAll("%(?![0-9A-Fa-f]{2})", "_");
            for (var path :
                    List.of(
                            "/saml2/sign-on?" + sent,
                            "/saml2/sign-out?" + sent,
                            "/saml2/sign-on?kept=" + folded)) {
                var answer = yanis.ask(path);
                assertThat(answer.status()).as(path).isIn(200, 303, 400, 403);
                assertThat(answer.location()).as(path).isEmpty();
                var form = answer.page().selectFirst("form[data-onwards]");
                if (form != null) assertThat(form.attr("action")).isEqualTo(Library.ADDRESS);
            }
        }
    }

    private static String changed(String text, Random chance) {
        var at = chance.nextInt(text.length());
        return switch (chance.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 7));
            case 1 -> text.substring(0, at) + text.substring(at / 2);
            case 2 ->
                    text.substring(0, at)
                            + "<%&\u0001\"é".charAt(chance.nextInt(6))
                            + text.substring(at);
            default ->
                    text.substring(0, at)
                            + (char) (text.charAt(at) ^ 1 << chance.nextInt(6))
                            + text.substring(at + 1);
        };
    }
}
