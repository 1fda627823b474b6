package fr.preau.saml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.Tokens;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Listener;
import fr.preau.connectors.TestConnector;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.saml.Forge.Manner;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** EduConnect signs somebody out, and is told when somebody signs out here. */
@School
class SingleLogoutTest {
    private static final String BACK = Desk.EDUCONNECT + "/slo-answer";
    private static final String REFUSED = "/saml/arrival/sign-out-refused";
    private static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

    @Autowired ApplicationContext application;
    @Autowired IdentityProviders providers;
    @Autowired ServiceKeys ours;
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private Desk desk;

    @BeforeEach
    void educonnect_is_open() {
        desk = new Desk(providers, visitors, walls, db, clock);
        desk.open(Desk.KEY.certificate(), Desk.NEXT.certificate());
        tells(false);
    }

    private void tells(boolean told) {
        providers.keep(
                providers
                        .of("educonnect")
                        .orElseThrow()
                        .leaving(Desk.EDUCONNECT + "/slo", BACK, told));
    }

    /** Somebody enters by EduConnect, which calls them and their session so. */
    private Visitor enters(String first, String last, String name, String index) {
        var leaver = desk.leaves("educonnect");
        var text =
                Forge.written(
                                Desk.EDUCONNECT,
                                desk.address("educonnect"),
                                desk.entity(),
                                leaver.request(),
                                clock.instant(),
                                new TreeMap<>(
                                        Map.of(
                                                "FrEduCtRefId",
                                                List.of(desk.reference(first, last)),
                                                "FrEduUrlRetour",
                                                List.of(Desk.EDUCONNECT + "/left"))))
                        .replaceFirst(">[^<]*</saml:NameID>", ">" + name + "</saml:NameID>")
                        .replaceFirst("SessionIndex=\"[^\"]*\"", "SessionIndex=\"" + index + "\"");
        leaver.bringsText(new Forge(text).signAssertion(Manner.usual(Desk.KEY)).text());
        leaver.visitor().ask("/saml/arrival");
        return leaver.visitor();
    }

    private Visitor amina(String index) {
        return enters("Amina", "Benali", "nom-d-amina", index);
    }

    private String here() {
        return visitors.address() + "/saml/slo";
    }

    /** As EduConnect writes it. */
    private String request(String name, String... indexes) {
        var written = new StringBuilder();
        for (var index : indexes)
            written.append("<samlp:SessionIndex>").append(index).append("</samlp:SessionIndex>");
        return """
        <samlp:LogoutRequest xmlns:samlp="%s" xmlns:saml="%s" ID="_sortie" Version="2.0" IssueInstant="%s" NotOnOrAfter="%s" Destination="%s">\
        <saml:Issuer>%s</saml:Issuer><saml:NameID>%s</saml:NameID>%s</samlp:LogoutRequest>\
        """
                .formatted(
                        Xml.PROTOCOL,
                        Xml.ASSERTION,
                        clock.instant(),
                        clock.instant().plus(Duration.ofMinutes(5)),
                        here(),
                        Desk.EDUCONNECT,
                        name,
                        written);
    }

    private static String query(String text, SamlEngine.Key key, String method, String jca) {
        try {
            var query =
                    "SAMLRequest="
                            + Query.encoded(
                                    Base64.getEncoder()
                                            .encodeToString(Query.deflated(Xml.bytes(text))))
                            + "&RelayState=rendu&SigAlg="
                            + Query.encoded(method);
            var signature = Signature.getInstance(jca);
            signature.initSign(key.secret());
            signature.update(query.getBytes(StandardCharsets.US_ASCII));
            return query
                    + "&Signature="
                    + Query.encoded(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(String text, SamlEngine.Key key) {
        return query(text, key, Forge.RSA, "SHA256withRSA");
    }

    private Visitor.Answer brought(String query) {
        return visitors.stranger().ask("/saml/slo?" + query);
    }

    private Visitor.Answer posted(String text) {
        return visitors.stranger()
                .ask(
                        "POST",
                        "/saml/slo",
                        "SAMLRequest="
                                + Query.encoded(
                                        Base64.getEncoder().encodeToString(Xml.bytes(text))));
    }

    private static String signed(String text, Manner manner) {
        var document = Xml.read(Xml.bytes(text));
        Forge.sign(document.getDocumentElement(), "#_sortie", manner);
        return Xml.write(document);
    }

    /** The codes of the answer that a browser takes back, which we have signed. */
    private List<String> answer(Visitor.Answer came, String relay) {
        assertThat(came.location()).startsWith(BACK + "?SAMLResponse=");
        var read = Redirected.read(came.location().substring(BACK.length() + 1), Redirected.ANSWER);
        read.mustBeSignedBy(List.of(ours.signing().certificate()));
        assertThat(read.relayState()).isEqualTo(relay);
        assertThat(Xml.attribute(read.top(), "InResponseTo")).isEqualTo("_sortie");
        assertThat(Xml.attribute(read.top(), "Destination")).isEqualTo(BACK);
        return Xml.all(read.top()).stream()
                .filter(e -> Xml.is(e, Xml.PROTOCOL, "StatusCode"))
                .map(e -> e.getAttribute("Value").replaceAll(".*:", ""))
                .toList();
    }

    @Test
    void exactly_the_session_that_the_assertion_has_opened_is_closed() {
        var phone = amina("un");
        var tablet = amina("deux");
        var thomas = enters("Thomas", "Leroy", "nom-de-thomas", "un");
        var came = brought(query(request("nom-d-amina", "un"), Desk.KEY));
        assertThat(answer(came, "rendu")).containsExactly("Success");
        assertThat(desk.inside(phone)).isEqualTo("-");
        assertThat(phone.ask("/liaison").location()).startsWith("/sign-in");
        assertThat(desk.inside(tablet)).isEqualTo("amina.benali");
        assertThat(desk.inside(thomas)).isEqualTo("thomas.leroy");
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql(
                                                        "select count(*) from audit where action = 'SignedOut'")
                                                .query(Long.class)
                                                .single()))
                .isEqualTo(1);
    }

    @Test
    void without_a_session_all_those_of_the_name_are_closed_and_no_other_way_in() {
        var phone = amina("un");
        var tablet = amina("deux");
        var byPassword = visitors.stranger();
        byPassword
                .form(byPassword.open("/sign-in"), "/sign-in")
                .fill("login", "amina.benali")
                .fill("password", "preau-demo-2024")
                .send();
        assertThat(answer(posted(signed(request("nom-d-amina"), Manner.usual(Desk.NEXT))), null))
                .as("by a form, with the key to come")
                .containsExactly("Success");
        assertThat(desk.inside(phone)).isEqualTo("-");
        assertThat(desk.inside(tablet)).isEqualTo("-");
        assertThat(desk.inside(byPassword)).isEqualTo("amina.benali");
    }

    @Test
    void another_name_closes_nothing() {
        var amina = amina("un");
        assertThat(answer(brought(query(request("personne"), Desk.KEY)), "rendu"))
                .as("nobody is inside under this name: it is done")
                .containsExactly("Success");
        for (var name : List.of("nom-d-amin", "nom-d-amina2", "NOM-D-AMINA", "un"))
            brought(query(request(name).replace("_sortie", "_" + name), Desk.KEY));
        assertThat(desk.inside(amina)).isEqualTo("amina.benali");
    }

    @Test
    void what_the_provider_has_not_signed_now_for_us_closes_nothing_and_is_not_answered() {
        var amina = amina("un");
        var good = request("nom-d-amina", "un");
        var hostile = new LinkedHashMap<String, String>();
        var usual = query(good, Desk.KEY);
        hostile.put("unsigned", usual.replaceAll("&SigAlg=.*", ""));
        hostile.put("signature removed", usual.replaceAll("&Signature=.*", ""));
        hostile.put("key of another", query(good, Desk.OTHER));
        hostile.put("SHA-1", query(good, Desk.KEY, SHA1, "SHA1withRSA"));
        hostile.put("another relay", usual.replace("rendu", "perdu"));
        hostile.put("twice", usual + "&" + usual.split("&")[0]);
        UnaryOperator<String> signed = text -> query(text, Desk.KEY);
        hostile.put(
                "another address", signed.apply(good.replace(here(), "https://autre.example/slo")));
        hostile.put("no address", signed.apply(good.replaceFirst(" Destination=\"[^\"]*\"", "")));
        hostile.put("another issuer", signed.apply(good.replace(Desk.EDUCONNECT, Desk.AGENTS)));
        hostile.put(
                "unknown issuer", signed.apply(good.replace(Desk.EDUCONNECT, "https://x.example")));
        hostile.put("no request", signed.apply(good.replace("LogoutRequest", "AuthnRequest")));
        hostile.put("a document type", signed.apply("<!DOCTYPE a [<!ENTITY b \"c\">]>" + good));
        hostile.put(
                "a comment in the name",
                signed.apply(good.replace("nom-d-amina", "nom-d-amina<!-- x -->.autre")));
        hostile.forEach(
                (name, query) -> assertThat(brought(query).location()).as(name).isEqualTo(REFUSED));
        assertThat(desk.inside(amina)).isEqualTo("amina.benali");
        assertThat(answer(brought(usual), "rendu")).as("the premise").containsExactly("Success");
        assertThat(desk.inside(amina)).isEqualTo("-");
    }

    @Test
    void a_form_is_believed_no_more() {
        var amina = amina("un");
        var good = request("nom-d-amina", "un");
        var usual = Manner.usual(Desk.KEY);
        var hostile = new LinkedHashMap<String, String>();
        hostile.put("unsigned", good);
        hostile.put("key of another", signed(good, Manner.usual(Desk.OTHER)));
        hostile.put("SHA-1", signed(good, usual.method(SHA1)));
        hostile.put("digest SHA-1", signed(good, usual.digest(Xml.SIGNATURE + "sha1")));
        hostile.put("altered", signed(good, usual).replace("nom-d-amina", "nom-de-thomas"));
        hostile.put("comment", signed(good, usual).replace("nom-d-amina", "nom-d-<!-- -->amina"));
        hostile.forEach(
                (name, text) -> assertThat(posted(text).location()).as(name).isEqualTo(REFUSED));
        assertThat(desk.inside(amina)).isEqualTo("amina.benali");
        assertThat(answer(posted(signed(good, usual)), null)).as("the premise").isNotEmpty();
        assertThat(desk.inside(amina)).isEqualTo("-");
    }

    @Test
    void what_is_too_old_or_was_followed_before_is_answered_and_closes_nothing() {
        var amina = amina("un");
        var good = request("nom-d-amina", "un");
        var over = clock.instant().minus(Duration.ofMinutes(2)).toString();
        assertThat(
                        answer(
                                brought(
                                        query(
                                                good.replaceFirst(
                                                        "NotOnOrAfter=\"[^\"]*\"",
                                                        "NotOnOrAfter=\"" + over + "\""),
                                                Desk.KEY)),
                                "rendu"))
                .containsExactly("Requester");
        var old = clock.instant().minus(Duration.ofMinutes(12)).toString();
        assertThat(
                        answer(
                                brought(
                                        query(
                                                good.replaceFirst(
                                                        "IssueInstant=\"[^\"]*\"",
                                                        "IssueInstant=\"" + old + "\""),
                                                Desk.KEY)),
                                "rendu"))
                .containsExactly("Requester");
        assertThat(desk.inside(amina)).isEqualTo("amina.benali");
        assertThat(answer(brought(query(good, Desk.KEY)), "rendu")).containsExactly("Success");
        assertThat(desk.inside(amina)).isEqualTo("-");
        var again = amina("un");
        assertThat(answer(brought(query(good, Desk.KEY)), "rendu")).containsExactly("Requester");
        assertThat(answer(posted(signed(good, Manner.usual(Desk.KEY))), null))
                .as("the same, by another way")
                .containsExactly("Requester");
        assertThat(desk.inside(again)).isEqualTo("amina.benali");
    }

    private long led(Visitor visitor, String slug, String mark) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into connector_visit (session_id, connector_id, address, mark, subject, at)
                                        select s.id, c.id, 'https://livres.example', :mark, '_abc', now() from session s, connector c where s.token_hash = :token and c.slug = :slug
                                        """)
                                .param("mark", mark)
                                .param("token", Tokens.hash(visitor.cookie("preau")))
                                .param("slug", slug)
                                .update());
    }

    @Test
    void the_services_of_that_session_are_told_as_at_any_sign_out() throws Exception {
        try (var service = new Listener()) {
            new TestConnector(application)
                    .saml(
                            "livres",
                            "https://livres.example",
                            List.of("https://livres.example/acs"),
                            List.of(service.address("/soap")),
                            null,
                            List.of(),
                            new Attribute[0]);
            var amina = amina("un");
            assertThat(led(amina, "livres", "visite-d-amina")).isEqualTo(1);
            assertThat(answer(brought(query(request("nom-d-amina", "un"), Desk.KEY)), "rendu"))
                    .containsExactly("Success");
            assertThat(service.heard()).contains("LogoutRequest").contains("visite-d-amina");
        }
    }

    @Test
    void a_service_that_hears_of_no_sign_out_is_said_to_the_provider() {
        new TestConnector(application)
                .saml(
                        "livres",
                        "https://livres.example",
                        List.of("https://livres.example/acs"),
                        List.of(),
                        null,
                        List.of(),
                        new Attribute[0]);
        var amina = amina("un");
        led(amina, "livres", "visite");
        assertThat(answer(brought(query(request("nom-d-amina", "un"), Desk.KEY)), "rendu"))
                .containsExactly("Success", "PartialLogout");
        assertThat(desk.inside(amina)).isEqualTo("-");
    }

    private String leaves(Visitor visitor) {
        var page = visitor.open("/charter");
        return visitor.form(page, "/sign-out")
                .send()
                .headers()
                .firstValue("Refresh")
                .orElse("")
                .replaceFirst("0;url=", "");
    }

    @Test
    void a_provider_that_is_not_told_leads_back_by_its_own_address() {
        assertThat(leaves(amina("un"))).isEqualTo(Desk.EDUCONNECT + "/left");
        assertThat(
                        walls.as(
                                Wall.DOOR,
                                () ->
                                        db.sql(
                                                        "select count(*) from saml_session where name_id is not null or session_index is not null")
                                                .query(Long.class)
                                                .single()))
                .as("its words are not kept")
                .isZero();
    }

    private String answered(String request, String relay, String status, SamlEngine.Key key) {
        var text =
                """
                <samlp:LogoutResponse xmlns:samlp="%s" xmlns:saml="%s" ID="_fait" Version="2.0" IssueInstant="%s" Destination="%s" InResponseTo="%s">\
                <saml:Issuer>%s</saml:Issuer><samlp:Status>%s</samlp:Status></samlp:LogoutResponse>\
                """
                        .formatted(
                                Xml.PROTOCOL,
                                Xml.ASSERTION,
                                clock.instant(),
                                here(),
                                request,
                                Desk.EDUCONNECT,
                                status);
        var address = Redirected.answer(here(), Xml.read(Xml.bytes(text)), relay, key);
        return address.substring(visitors.address().length());
    }

    private static final String DONE =
            "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>";
    private static final String PARTLY =
            DONE.replace(
                    "/>",
                    "><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:PartialLogout\"/></samlp:StatusCode>");

    @Test
    void a_provider_that_wants_it_is_told_and_its_answer_is_believed_once() {
        tells(true);
        var amina = amina("un");
        var to = leaves(amina);
        assertThat(to).startsWith(Desk.EDUCONNECT + "/slo?SAMLRequest=");
        var told = Redirected.read(to.substring(to.indexOf('?') + 1), "SAMLRequest");
        told.mustBeSignedBy(List.of(ours.signing().certificate()));
        assertThat(Xml.text(Xml.theChild(told.top(), Xml.ASSERTION, "NameID")))
                .isEqualTo("nom-d-amina");
        assertThat(Xml.text(Xml.theChild(told.top(), Xml.PROTOCOL, "SessionIndex")))
                .isEqualTo("un");
        assertThat(desk.inside(amina)).isEqualTo("-");
        var id = Xml.attribute(told.top(), "ID");
        var relay = told.relayState();
        for (var wrong :
                List.of(
                        answered(id, "autre", DONE, Desk.KEY),
                        answered(id, null, DONE, Desk.KEY),
                        answered("_autre", relay, DONE, Desk.KEY),
                        answered(id, relay, DONE, Desk.OTHER)))
            assertThat(amina.ask(wrong).location()).isEqualTo(REFUSED);
        var right = answered(id, relay, DONE, Desk.KEY);
        assertThat(amina.open(right).words()).contains("Vous êtes sorti des deux côtés.");
        assertThat(amina.ask(right).location()).as("once").isEqualTo(REFUSED);
    }

    @Test
    void whoever_is_still_inside_elsewhere_is_warned() {
        tells(true);
        var amina = amina("un");
        var to = leaves(amina);
        var told = Redirected.read(to.substring(to.indexOf('?') + 1), "SAMLRequest");
        var partly =
                answered(Xml.attribute(told.top(), "ID"), told.relayState(), PARTLY, Desk.NEXT);
        assertThat(amina.open(partly).words()).contains("fermez aussi le navigateur");
    }

    @Test
    void our_metadata_say_where_providers_sign_out() {
        var metadata = visitors.stranger().ask("/saml/metadata").body();
        for (var binding : List.of("HTTP-Redirect", "HTTP-POST"))
            assertThat(metadata)
                    .contains(
                            "<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:"
                                    + binding
                                    + "\" Location=\""
                                    + here()
                                    + "\"/>");
        assertThat(metadata.indexOf("SingleLogoutService"))
                .as("the order of the schema")
                .isLessThan(metadata.indexOf("AssertionConsumerService"));
    }
}
