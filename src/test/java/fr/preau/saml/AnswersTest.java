package fr.preau.saml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.Walls;
import fr.preau.saml.Desk.Leaver;
import fr.preau.saml.Forge.Manner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.Transform;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers as a hostile hand would make them, over real http: none is believed, each for the reason
 * that is its own. And answers as honest providers make them, however differently: all are.
 */
@School
class AnswersTest {
    private static final Manner USUAL = Manner.usual(Desk.KEY);

    @Autowired IdentityProviders providers;
    @Autowired ServiceKeys ours;
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private Desk desk;
    private String amina;
    private String thomas;

    @BeforeEach
    void educonnect_is_open() {
        desk = new Desk(providers, visitors, walls, db, clock);
        desk.open(Desk.KEY.certificate(), Desk.NEXT.certificate());
        amina = desk.reference("Amina", "Benali");
        thomas = desk.reference("Thomas", "Leroy");
    }

    private String written(Leaver leaver) {
        return Forge.written(
                Desk.EDUCONNECT,
                desk.address("educonnect"),
                desk.entity(),
                leaver.request(),
                clock.instant(),
                new TreeMap<>(Map.of("FrEduCtRefId", List.of(amina))));
    }

    private Forge usual(Leaver leaver) {
        return new Forge(written(leaver));
    }

    /** Altered as text before it is signed, as a careless or lying provider would write it. */
    private Forge written(Leaver leaver, UnaryOperator<String> altered) {
        var text = written(leaver);
        var other = altered.apply(text);
        assertThat(other).as("something was altered").isNotEqualTo(text);
        return new Forge(other);
    }

    /** Name → what is brought, and why it must be refused. */
    private final Map<String, Hostile> hostile = new LinkedHashMap<>();

    private record Hostile(String reason, Function<Leaver, String> message) {}

    private void of(String name, String reason, Function<Leaver, String> message) {
        assertThat(hostile.put(name, new Hostile(reason, message))).as(name).isNull();
    }

    private void written(String name, String reason, UnaryOperator<String> altered) {
        of(name, reason, l -> written(l, altered).signAssertion(USUAL).text());
    }

    private void signed(String name, String reason, UnaryOperator<Manner> manner) {
        of(name, reason, l -> usual(l).signAssertion(manner.apply(USUAL)).text());
    }

    private void after(String name, String reason, UnaryOperator<String> altered) {
        of(
                name,
                reason,
                l -> {
                    var text = usual(l).signAssertion(USUAL).text();
                    var other = altered.apply(text);
                    assertThat(other).as(name).isNotEqualTo(text);
                    return other;
                });
    }

    private final Map<String, Consumer<Forge>> signings = new LinkedHashMap<>();

    {
        signings.put("assertion signed", f -> f.signAssertion(USUAL));
        signings.put("response signed", f -> f.signResponse(USUAL));
        signings.put("both signed", f -> f.signAssertion(USUAL).signResponse(USUAL));
    }

    private void wrappings() {
        Wrappings.all(amina, thomas)
                .forEach((name, wrapping) ->
                        signings.forEach((how, sign) ->
                                of(
                                        name + "; " + how,
                                        "SHAPE",
                                        l -> {
                                            var forge = usual(l);
                                            sign.accept(forge);
                                            wrapping.accept(forge);
                                            return forge.text();
                                        })));
    }

    private void signatures() {
        of("no signature", "UNSIGNED", l -> usual(l).text());
        signings.forEach((how, sign) -> {
            of(
                    "signature removed; " + how,
                    "UNSIGNED",
                    l -> {
                        var f = usual(l);
                        sign.accept(f);
                        for (var e : List.of(f.response, f.assertion))
                            if (Forge.signatureOf(e) != null) e.removeChild(Forge.signatureOf(e));
                        return f.text();
                    });
            of(
                    "somebody else written after signing; " + how,
                    "SIGNATURE",
                    l -> {
                        var f = usual(l);
                        sign.accept(f);
                        return f.text().replace(amina, thomas);
                    });
        });
        signed("a key of one's own, shown in KeyInfo", "SIGNATURE", m -> Manner.usual(Desk.OTHER));
        signed(
                "a key of one's own, the provider's shown in KeyInfo",
                "SIGNATURE",
                m -> m.key(Desk.OTHER.secret()));
        of(
                "the response by the right key, the assertion by another",
                "SIGNATURE",
                l -> usual(l).signAssertion(Manner.usual(Desk.OTHER)).signResponse(USUAL).text());
        signed("RSA with SHA-1", "ALGORITHM", m -> m.method(Xml.SIGNATURE + "rsa-sha1"));
        signed("a digest by SHA-1", "ALGORITHM", m -> m.digest(Xml.SIGNATURE + "sha1"));
        signed(
                "HMAC with the public key",
                "ALGORITHM",
                m ->
                        m.method(Forge.MORE + "hmac-sha256")
                                .key(
                                        new SecretKeySpec(
                                                Desk.KEY.certificate().getPublicKey().getEncoded(),
                                                "HmacSHA256")));
        after("no method at all", "ALGORITHM", t -> t.replace(Forge.RSA, "none"));
        after(
                "no value at all",
                "SIGNATURE",
                t -> t.replaceAll("(?s)(<ds:SignatureValue>).*?(</ds:SignatureValue>)", "$1$2"));
        signed(
                "comments kept when put in order",
                "ALGORITHM",
                m -> m.canonical("http://www.w3.org/2001/10/xml-exc-c14n#WithComments"));
        signed(
                "a transform that chooses what is signed",
                "ALGORITHM",
                m -> m.transforms(Transform.ENVELOPED, Transform.XPATH, Forge.EXCLUSIVE));
        signed("one transform too few", "ALGORITHM", m -> m.transforms(Transform.ENVELOPED));
        of(
                "the whole document signed, by an empty address",
                "SHAPE",
                l -> {
                    var f = usual(l);
                    Forge.sign(f.response, "", USUAL);
                    return f.text();
                });
        of(
                "the signature of the response over the assertion",
                "SHAPE",
                l -> {
                    var f = usual(l);
                    f.assertion.setIdAttribute("ID", true);
                    Forge.sign(f.response, "#" + f.assertion.getAttribute("ID"), USUAL);
                    return f.text();
                });
        after(
                "a reference elsewhere",
                "SHAPE",
                t -> t.replaceAll("URI=\"#[^\"]*\"", "URI=\"http://evil.example/\""));
        after(
                "two references",
                "SHAPE",
                t -> t.replaceAll("(?s)(<ds:Reference .*</ds:Reference>)", "$1$1"));
        after(
                "a signature in a namespace that resembles",
                "SHAPE",
                t -> t.replace("xmlns:ds=\"" + Xml.SIGNATURE, "xmlns:ds=\"urn:like:xmldsig"));
        after(
                "two signatures",
                "SHAPE",
                t -> t.replaceAll("(?s)(<ds:Signature .*</ds:Signature>)", "$1$1"));
        of(
                "signed by the desk of an académie in EduConnect's name",
                "SIGNATURE",
                l ->
                        usual(l).signAssertion(Manner.usual(Desk.OTHER))
                                .signResponse(Manner.usual(Desk.OTHER))
                                .text());
    }

    private void readers() {
        of(
                "an ID twice",
                "SHAPE",
                l ->
                        written(
                                        l,
                                        t ->
                                                t.replaceAll(
                                                        "<samlp:Response (.*?) ID=\"[^\"]*\"(.*?)<saml:Assertion ID=\"([^\"]*)\"",
                                                        "<samlp:Response $1 ID=\"$3\"$2<saml:Assertion ID=\"$3\""))
                                .signAssertion(USUAL)
                                .text());
        after(
                "an ID twice, once as Id",
                "SHAPE",
                t ->
                        t.replaceFirst(
                                "<samlp:Status>",
                                "<samlp:Status Id=\""
                                        + t.replaceAll(
                                                "(?s).*<saml:Assertion ID=\"([^\"]*)\".*", "$1")
                                        + "\">"));
        after(
                "a comment in the NameID",
                "SHAPE",
                t -> t.replaceFirst("(nameid-format:transient\">_)", "$1<!---->"));
        after(
                "a comment in an attribute",
                "SHAPE",
                t -> t.replace(amina, amina.substring(0, 9) + "<!-- -->" + amina.substring(9)));
        written(
                "an instruction in an attribute",
                "SHAPE",
                t -> t.replace(amina, amina.substring(0, 9) + "<?x?>" + amina.substring(9)));
        after("a document type", "UNREADABLE", t -> "<!DOCTYPE Response>" + t);
        after(
                "an entity of one's own",
                "UNREADABLE",
                t ->
                        "<!DOCTYPE Response [<!ENTITY a \""
                                + thomas
                                + "\">]>"
                                + t.replace(amina, "&a;"));
        after(
                "an entity from a file",
                "UNREADABLE",
                t ->
                        "<!DOCTYPE Response [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                                + t.replace(amina, "&a;"));
        after(
                "a billion laughs",
                "UNREADABLE",
                t ->
                        "<!DOCTYPE Response [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                                + t.replace(amina, "&c;"));
        after(
                "an attribute by default, from a document type",
                "UNREADABLE",
                t -> "<!DOCTYPE Response [<!ATTLIST x ID CDATA \"_x\">]>" + t);
        after("a second document after it", "UNREADABLE", t -> t + t);
        after("an assertion that never ends", "UNREADABLE", t -> t.substring(0, t.length() / 2));
        after(
                "ten thousand elements deep",
                "UNREADABLE",
                t ->
                        t.replace(
                                "<samlp:Status>",
                                "<a>".repeat(10_000) + "</a>".repeat(10_000) + "<samlp:Status>"));
        after(
                "larger than an answer is",
                "UNREADABLE",
                t -> t.replace("<samlp:Status>", " ".repeat(300_000) + "<samlp:Status>"));
        after(
                "an element that resembles an assertion",
                "SHAPE",
                t ->
                        t.replace(
                                "<samlp:Status>",
                                "<x:Assertion xmlns:x=\"urn:like:saml\"/><samlp:Status>"));
        of(
                "an assertion alone",
                "SHAPE",
                l ->
                        usual(l).signAssertion(USUAL)
                                .text()
                                .replaceAll("(?s).*(<saml:Assertion .*</saml:Assertion>).*", "$1")
                                .replaceFirst(
                                        "<saml:Assertion",
                                        "<saml:Assertion xmlns:saml=\"" + Xml.ASSERTION + "\""));
        after(
                "the answer to a sign-out",
                "SHAPE",
                t -> t.replace("samlp:Response", "samlp:LogoutResponse"));
        after(
                "an assertion more, empty",
                "SHAPE",
                t -> t.replace("</saml:Assertion>", "</saml:Assertion><saml:Assertion/>"));
        after(
                "an attribute with elements inside",
                "SIGNATURE",
                t -> t.replace(amina, "<b>" + thomas + "</b>"));
    }

    private void conditions() {
        var other = "https://evil.example/acs";
        written("for another site", "AUDIENCE", t -> t.replace(desk.entity(), other));
        written(
                "for nobody in particular",
                "AUDIENCE",
                t -> t.replaceAll("<saml:AudienceRestriction>.*</saml:AudienceRestriction>", ""));
        written(
                "for us, and for another only",
                "AUDIENCE",
                t ->
                        t.replace(
                                "</saml:Conditions>",
                                "<saml:AudienceRestriction><saml:Audience>urn:other</saml:Audience></saml:AudienceRestriction></saml:Conditions>"));
        written(
                "delivered elsewhere",
                "RECIPIENT",
                t -> t.replaceAll("Recipient=\"[^\"]*\"", "Recipient=\"" + other + "\""));
        written(
                "delivered to another door of ours",
                "RECIPIENT",
                t ->
                        t.replaceAll(
                                "Recipient=\"[^\"]*\"",
                                "Recipient=\"" + desk.address("agents-11") + "\""));
        written(
                "destined elsewhere",
                "DESTINATION",
                t -> t.replaceAll("Destination=\"[^\"]*\"", "Destination=\"" + other + "\""));
        of(
                "signed and destined nowhere",
                "DESTINATION",
                l ->
                        written(l, t -> t.replaceAll(" Destination=\"[^\"]*\"", ""))
                                .signResponse(USUAL)
                                .text());
        written(
                "an assertion of another issuer",
                "ISSUER",
                t ->
                        t.replaceAll(
                                "(<saml:Assertion [^>]*><saml:Issuer>)[^<]*", "$1" + Desk.AGENTS));
        written(
                "a response of another issuer",
                "ISSUER",
                t -> t.replaceFirst("<saml:Issuer>[^<]*", "<saml:Issuer>" + Desk.AGENTS));
        written(
                "confirmed until five minutes ago",
                "TIME",
                t -> set(t, "InResponseTo=\"[^\"]*\" NotOnOrAfter", -5));
        written("over five minutes ago", "TIME", t -> set(t, "\" NotOnOrAfter", -5));
        written("not yet", "TIME", t -> set(t, "<saml:Conditions NotBefore", 5));
        written(
                "written tomorrow",
                "TIME",
                t -> set(t, "<saml:Assertion ID=\"[^\"]*\" Version=\"2.0\" IssueInstant", 1440));
        written(
                "answered an hour ago",
                "TIME",
                t -> set(t, "<samlp:Response[^>]*? IssueInstant", -60));
        written("signed in tomorrow", "TIME", t -> set(t, "AuthnInstant", 1440));
        written(
                "a session that is over",
                "TIME",
                t ->
                        t.replace(
                                "<saml:AuthnStatement ",
                                "<saml:AuthnStatement SessionNotOnOrAfter=\"" + at(-5) + "\" "));
        written(
                "an hour that is none",
                "TIME",
                t -> t.replaceAll("AuthnInstant=\"[^\"]*\"", "AuthnInstant=\"soon\""));
        written(
                "confirmed from a moment on",
                "SHAPE",
                t ->
                        t.replace(
                                "<saml:SubjectConfirmationData ",
                                "<saml:SubjectConfirmationData NotBefore=\"" + at(-5) + "\" "));
        written(
                "confirmed without an end",
                "TIME",
                t ->
                        t.replaceAll(
                                "(SubjectConfirmationData InResponseTo=\"[^\"]*\") NotOnOrAfter=\"[^\"]*\"",
                                "$1"));
        written("no bearer", "SHAPE", t -> t.replace("cm:bearer", "cm:holder-of-key"));
        written(
                "two bearers",
                "SHAPE",
                t ->
                        t.replaceAll(
                                "(<saml:SubjectConfirmation .*</saml:SubjectConfirmation>)",
                                "$1$1"));
        written("nobody", "SHAPE", t -> t.replaceAll("<saml:Subject>.*</saml:Subject>", ""));
        written(
                "never signed in",
                "SHAPE",
                t -> t.replaceAll("<saml:AuthnStatement.*</saml:AuthnStatement>", ""));
        written(
                "no conditions",
                "SHAPE",
                t -> t.replaceAll("<saml:Conditions.*</saml:Conditions>", ""));
        written(
                "a condition that nobody knows",
                "SHAPE",
                t -> t.replace("</saml:Conditions>", "<saml:Condition/></saml:Conditions>"));
        written(
                "no success",
                "NOT_SUCCESS",
                t -> t.replace("status:Success", "status:AuthnFailed"));
        written(
                "a success inside a failure",
                "NOT_SUCCESS",
                t ->
                        t.replace(
                                "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>",
                                "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\"><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:StatusCode>"));
        written(
                "of another version",
                "SHAPE",
                t -> t.replaceFirst("Version=\"2.0\"", "Version=\"1.1\""));
        written(
                "an answer to a request that never was",
                "REQUEST",
                t -> t.replaceAll("InResponseTo=\"[^\"]*\"", "InResponseTo=\"_never\""));
        written(
                "a response to our request, an assertion to another",
                "REQUEST",
                t ->
                        t.replaceAll(
                                "SubjectConfirmationData InResponseTo=\"[^\"]*\"",
                                "SubjectConfirmationData InResponseTo=\"_never\""));
        written(
                "unsolicited: an answer to nothing",
                "REQUEST",
                t -> t.replaceAll(" InResponseTo=\"[^\"]*\"", ""));
        of(
                "an answer to the request of another browser",
                "REQUEST",
                l -> usual(desk.leaves("educonnect")).signAssertion(USUAL).text());
        of(
                "an answer of the agents' desk",
                "SIGNATURE",
                l ->
                        new Forge(written(l).replace(Desk.EDUCONNECT, Desk.AGENTS))
                                .signAssertion(Manner.usual(Desk.OTHER))
                                .text());
    }

    private void encryptions() {
        of(
                "encrypted, not signed",
                "UNSIGNED",
                l -> encrypted(usual(l), XMLCipher.AES_256_GCM, XMLCipher.RSA_OAEP).text());
        of(
                "encrypted so that it may be altered",
                "ENCRYPTION",
                l ->
                        encrypted(
                                        usual(l).signAssertion(USUAL),
                                        XMLCipher.AES_256,
                                        XMLCipher.RSA_OAEP)
                                .text());
        of(
                "encrypted by RSA 1.5",
                "ENCRYPTION",
                l ->
                        encrypted(
                                        usual(l).signAssertion(USUAL),
                                        XMLCipher.AES_256_GCM,
                                        XMLCipher.RSA_v1dot5)
                                .text());
        of(
                "encrypted for somebody else",
                "ENCRYPTION",
                l ->
                        usual(l).signAssertion(USUAL)
                                .encrypt(
                                        Desk.OTHER.certificate().getPublicKey(),
                                        XMLCipher.AES_256_GCM,
                                        XMLCipher.RSA_OAEP)
                                .text());
        of(
                "encrypted, the key fetched elsewhere",
                "ENCRYPTION",
                l ->
                        encrypted(
                                        usual(l).signAssertion(USUAL),
                                        XMLCipher.AES_256_GCM,
                                        XMLCipher.RSA_OAEP)
                                .text()
                                .replaceFirst(
                                        "<ds:KeyInfo([^>]*)>",
                                        "<ds:KeyInfo$1><ds:RetrievalMethod URI=\"http://evil.example/\"/>"));
        of(
                "encrypted, signed by another inside",
                "SIGNATURE",
                l ->
                        encrypted(
                                        usual(l).signAssertion(Manner.usual(Desk.OTHER)),
                                        XMLCipher.AES_256_GCM,
                                        XMLCipher.RSA_OAEP)
                                .text());
        of(
                "one assertion encrypted, another not",
                "SHAPE",
                l ->
                        encrypted(
                                        usual(l).signAssertion(USUAL),
                                        XMLCipher.AES_256_GCM,
                                        XMLCipher.RSA_OAEP)
                                .text()
                                .replace(
                                        "</samlp:Response>",
                                        usual(l).signAssertion(USUAL)
                                                        .text()
                                                        .replaceAll(
                                                                "(?s).*(<saml:Assertion .*</saml:Assertion>).*",
                                                                "$1")
                                                + "</samlp:Response>"));
    }

    private Forge encrypted(Forge forge, String method, String wrapping) {
        return forge.encrypt(ours.signing().certificate().getPublicKey(), method, wrapping);
    }

    private Instant at(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    /** The moment of the first attribute that comes after this, in so many minutes. */
    private String set(String text, String before, int minutes) {
        return text.replaceFirst("(" + before + "=\")[^\"]*", "$1" + at(minutes));
    }

    @Test
    void no_hostile_answer_is_believed() {
        wrappings();
        signatures();
        readers();
        conditions();
        encryptions();
        var wrong = new ArrayList<String>();
        hostile.forEach((name, one) -> {
            var leaver = desk.leaves("educonnect");
            var before = desk.refusals();
            // A clock that moves a little: two refusals are two lines of the journal.
            clock.moveBy(Duration.ofMillis(1));
            var answer = leaver.bringsText(one.message().apply(leaver));
            var reason = desk.refusals() > before ? desk.reason() : "-";
            leaver.visitor().open("/saml/arrival");
            if (!answer.location().equals("/saml/arrival/refused"))
                wrong.add(name + ": led to " + answer.location());
            if (!desk.inside(leaver.visitor()).equals("-")) wrong.add(name + ": ENTERED");
            if (!reason.equals(one.reason()))
                wrong.add(name + ": refused for " + reason + ", not " + one.reason());
        });
        assertThat(wrong).as("of " + hostile.size() + " hostile answers").isEmpty();
        assertThat(hostile.size()).as("hostile answers").isGreaterThanOrEqualTo(60);
    }

    @Test
    void what_is_not_xml_in_base_64_is_refused_as_quietly() {
        for (var evil :
                new String[] {
                    "",
                    "====",
                    Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xfe, 0}),
                    Base64.getEncoder()
                            .encodeToString(
                                    usual(desk.leaves("educonnect"))
                                            .signAssertion(USUAL)
                                            .text()
                                            .getBytes(StandardCharsets.UTF_16)),
                    "A".repeat(500_000)
                }) {
            var answer = desk.leaves("educonnect").brings(evil);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).isEqualTo("/saml/arrival/refused");
        }
    }

    @Test
    void an_answer_serves_once() {
        var leaver = desk.leaves("educonnect");
        var message = usual(leaver).signAssertion(USUAL).text();
        assertThat(leaver.bringsText(message).location()).isEqualTo("/saml/arrival");
        assertThat(leaver.bringsText(message).location())
                .as("the same again")
                .isEqualTo("/saml/arrival/refused");
        var again = desk.leaves(leaver.visitor(), "educonnect", "/");
        assertThat(again.bringsText(message).location())
                .as("the same, while another request waits")
                .isEqualTo("/saml/arrival/refused");
        assertThat(desk.reason()).isEqualTo("REQUEST");
        var id = new Forge(message).assertion.getAttribute("ID");
        assertThat(again.bringsText(usual(again).signAssertion(USUAL).text()).location())
                .as("one refusal ends the wait")
                .isEqualTo("/saml/arrival/refused");
        var third = desk.leaves(leaver.visitor(), "educonnect", "/");
        var reused =
                written(third, t -> t.replaceAll("(<saml:Assertion ID=\")[^\"]*", "$1" + id))
                        .signAssertion(USUAL)
                        .text();
        clock.moveBy(Duration.ofMillis(1));
        assertThat(third.bringsText(reused).location())
                .as("an assertion that has served, for a new request")
                .isEqualTo("/saml/arrival/refused");
        assertThat(desk.reason()).isEqualTo("REPLAYED");
    }

    @Test
    void nobody_is_believed_who_was_not_asked_nor_in_another_browser_nor_too_late() {
        var leaver = desk.leaves("educonnect");
        var message = usual(leaver).signAssertion(USUAL).text();
        var thief = new Leaver(visitors.stranger(), "educonnect", leaver.request());
        assertThat(thief.bringsText(message).location()).isEqualTo("/saml/arrival/refused");
        assertThat(desk.refusals()).as("and fills no journal").isZero();
        var elsewhere = new Leaver(leaver.visitor(), "agents-11", leaver.request());
        assertThat(elsewhere.bringsText(message).location()).isEqualTo("/saml/arrival/refused");
        clock.moveBy(Waiting.AT_THE_DOOR);
        assertThat(leaver.bringsText(usual(leaver).signAssertion(USUAL).text()).location())
                .as("after the wait")
                .isEqualTo("/saml/arrival/refused");
    }

    @Test
    void a_door_that_closes_keeps_out_those_who_have_just_come_back() {
        var leaver = desk.leaves("educonnect");
        leaver.bringsText(usual(leaver).signAssertion(USUAL).text());
        providers.turn("educonnect", false);
        assertThat(leaver.visitor().ask("/saml/arrival").location())
                .isEqualTo("/saml/arrival/refused");
        assertThat(desk.inside(leaver.visitor())).isEqualTo("-");
    }

    @Test
    void a_closed_door_hears_nobody() {
        var leaver = desk.leaves("educonnect");
        providers.turn("educonnect", false);
        assertThat(leaver.bringsText(usual(leaver).signAssertion(USUAL).text()).location())
                .as("as an address that does not exist")
                .isEqualTo("/sign-in");
        assertThat(visitors.stranger().ask("/saml/educonnect").location()).isEqualTo("/sign-in");
        assertThat(visitors.stranger().open("/sign-in?who=FAMILY").words())
                .doesNotContain("Entrer avec EduConnect");
    }

    private final Map<String, Function<Leaver, String>> valid = new LinkedHashMap<>();

    @Test
    void every_honest_way_of_answering_is_believed() {
        var elliptic = Forge.elliptic();
        signings.forEach((how, sign) ->
                valid.put(
                        how,
                        l -> {
                            var f = usual(l);
                            sign.accept(f);
                            return f.text();
                        }));
        valid.put(
                "by the second certificate, while the key changes",
                l -> usual(l).signAssertion(Manner.usual(Desk.NEXT)).text());
        valid.put("without KeyInfo", l -> usual(l).signAssertion(USUAL.showing(null)).text());
        valid.put(
                "with SHA-512",
                l ->
                        usual(l).signAssertion(
                                        USUAL.method(Forge.MORE + "rsa-sha512")
                                                .digest(Xml.ENCRYPTION + "sha512"))
                                .text());
        valid.put(
                "encrypted, signed inside",
                l ->
                        encrypted(
                                        usual(l).signAssertion(USUAL),
                                        XMLCipher.AES_128_GCM,
                                        XMLCipher.RSA_OAEP)
                                .text());
        valid.put(
                "encrypted as before, in a signed response",
                l ->
                        encrypted(usual(l), XMLCipher.AES_256, XMLCipher.RSA_OAEP)
                                .signResponse(USUAL)
                                .text());
        valid.put(
                "encrypted, signed inside and around",
                l ->
                        encrypted(
                                        usual(l).signAssertion(USUAL),
                                        XMLCipher.AES_256_GCM,
                                        XMLCipher.RSA_OAEP_11)
                                .signResponse(USUAL)
                                .text());
        honest("with other prefixes", t -> t.replace("saml:", "a:").replace(":saml=", ":a="));
        honest(
                "with the usual namespace of the assertion as the default",
                t ->
                        t.replace("<saml:Assertion ", "<Assertion xmlns=\"" + Xml.ASSERTION + "\" ")
                                .replace("</saml:Assertion>", "</Assertion>"));
        honest(
                "with a friendly name beside an OID",
                t ->
                        t.replace(
                                "Name=\"FrEduCtRefId\"",
                                "FriendlyName=\"FrEduCtRefId\" Name=\"urn:oid:1.3.6.1.4.1.20326.10.999.1.58\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\""));
        honest(
                "with other references beside",
                t ->
                        t.replace(
                                "<saml:AttributeValue>",
                                "<saml:AttributeValue>{ECT}1234</saml:AttributeValue><saml:AttributeValue>{AAF}01|1|99</saml:AttributeValue><saml:AttributeValue>"));
        honest(
                "with letters for the académie",
                t -> t.replace(amina, amina.replace("{AAF}11", "{AAF}MON")));
        honest(
                "for us among others",
                t ->
                        t.replace(
                                "<saml:Audience>",
                                "<saml:Audience>urn:other</saml:Audience><saml:Audience>"));
        honest("with spaces and lines between", t -> t.replaceAll("(</[^>]*>)(<)", "$1\n  $2"));
        honest(
                "by a clock that is fast",
                t ->
                        t.replaceAll(
                                "NotBefore=\"[^\"]*",
                                "NotBefore=\"" + clock.instant().plusSeconds(50)));
        honest(
                "by a clock that is slow",
                t ->
                        t.replaceAll(
                                "NotOnOrAfter=\"[^\"]*",
                                "NotOnOrAfter=\"" + clock.instant().minusSeconds(50)));
        honest("with an announced encoding", t -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + t);
        honest(
                "with other attributes that nobody needs",
                t ->
                        t.replace(
                                "<saml:AttributeStatement>",
                                "<saml:AttributeStatement><saml:Attribute Name=\"urn:oid:2.5.4.4\"><saml:AttributeValue>Élodie &amp; Co</saml:AttributeValue></saml:Attribute>"));
        var wrong = new ArrayList<String>();
        BiConsumer<String, Function<Leaver, String>> believed =
                (name, message) -> {
                    var leaver = desk.leaves("educonnect");
                    clock.moveBy(Duration.ofMillis(1));
                    var answer = leaver.bringsText(message.apply(leaver));
                    leaver.visitor().open(answer.location());
                    if (!desk.inside(leaver.visitor()).equals("amina.benali"))
                        wrong.add(name + ": " + answer.location() + " " + desk.reason());
                };
        valid.forEach(believed);
        assertThat(wrong).as("of " + valid.size() + " honest answers").isEmpty();
        assertThat(valid.size()).isGreaterThanOrEqualTo(12);
        // A key on a curve, which the certificate of a provider may hold as well.
        var manner =
                USUAL.key(elliptic.getPrivate()).showing(null).method(Forge.MORE + "ecdsa-sha256");
        var f = usual(desk.leaves("educonnect")).signAssertion(manner);
        assertThat(SamlEngine.verify(f.document, List.of(elliptic.getPublic())))
                .as("ECDSA")
                .isTrue();
        Sieve.response(f.document);
    }

    private void honest(String name, UnaryOperator<String> altered) {
        valid.put(name, l -> written(l, altered).signAssertion(USUAL).text());
    }
}
