package fr.preau.samlidp;

import static fr.preau.samlidp.Library.asks;
import static fr.preau.samlidp.Library.fields;
import static fr.preau.samlidp.Library.request;
import static fr.preau.samlidp.Library.with;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.TestConnector;
import fr.preau.saml.ServiceKeys;
import fr.preau.saml.Workshop;
import fr.preau.saml.Xml;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.w3c.dom.Element;

/** A service outside learns who somebody is by SAML 2.0. */
@School
class SignOnTest {
    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired ServiceKeys keys;
    @Autowired School.SettableClock clock;

    private TestConnector connectors;
    private Library library;

    @BeforeEach
    void a_service_is_registered() {
        connectors = new TestConnector(application);
        library = new Library(visitors, connectors, clock);
        library.register(List.of(), List.of(Library.KEY), Attribute.GIVEN_NAME, Attribute.CLASSES);
    }

    /** What the service's own reader believes of an answer. */
    private Map<String, List<String>> believed(Visitor.Answer answer, String request) {
        return Workshop.believed(
                fields(answer).get("SAMLResponse"),
                library.provider(),
                keys.signing().certificate(),
                Library.ADDRESS,
                Library.NAME,
                request,
                clock);
    }

    private static Element assertion(Visitor.Answer answer) {
        var document = Xml.read(Base64.getDecoder().decode(fields(answer).get("SAMLResponse")));
        return Xml.theChild(document.getDocumentElement(), Xml.ASSERTION, "Assertion");
    }

    private static Element name(Visitor.Answer answer) {
        return Xml.theChild(
                Xml.theChild(assertion(answer), Xml.ASSERTION, "Subject"), Xml.ASSERTION, "NameID");
    }

    @Test
    void a_pupil_is_known_to_a_service_by_what_the_region_has_chosen() {
        var asked = library.usual();
        var answer = asks(visitors.as("yanis.benali"), request(asked), "où j’étais & plus");
        assertThat(answer.status()).isEqualTo(200);
        var form = answer.page().selectFirst("form[data-onwards]");
        assertThat(form.attr("action")).isEqualTo(Library.ADDRESS);
        assertThat(fields(answer))
                .containsOnlyKeys("SAMLResponse", "RelayState")
                .containsEntry("RelayState", "où j’étais & plus");
        assertThat(believed(answer, asked.get("ID")))
                .containsOnlyKeys("prenom", "enteleveclasses")
                .containsEntry("prenom", List.of("Yanis"))
                .containsEntry("enteleveclasses", List.of("CP A"));
        assertThat(name(answer).getAttribute("Format")).isEqualTo(Naming.PERSISTENT);
        assertThat(Xml.text(name(answer))).matches("[0-9a-f]{40}");
        assertThat(Library.text(answer))
                .doesNotContain("Benali")
                .contains("Name=\"Prenom\"")
                .contains("attrname-format:basic");
        assertThat(Library.text(answer).split("<ds(ig)?:Signature ", -1))
                .as("the assertion and the whole answer")
                .hasSize(3);
    }

    @Test
    void the_page_that_leads_on_may_post_to_that_server_and_says_so_without_a_script() {
        var yanis = visitors.as("yanis.benali");
        var answer = asks(yanis, library.usual());
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("form-action https://livres.example;")
                .contains("script-src 'self'");
        assertThat(answer.page().select("form[data-onwards] button").text()).isEqualTo("Continuer");
        assertThat(fields(answer)).as("our token goes nowhere").doesNotContainKey("_csrf");
        assertThat(yanis.open("/comfort").headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("form-action 'self';");
    }

    @Test
    void a_lasting_name_is_always_the_same_and_a_passing_one_never() {
        var yanis = visitors.as("yanis.benali");
        var lasting = Xml.text(name(asks(yanis, library.usual())));
        assertThat(Xml.text(name(asks(yanis, library.usual())))).isEqualTo(lasting);
        assertThat(Xml.text(name(asks(visitors.as("tom.costa"), library.usual()))))
                .isNotEqualTo(lasting);
        var policy = "<samlp:NameIDPolicy Format=\"%s\"/>".formatted(Naming.TRANSIENT);
        var one = asks(yanis, request(library.usual(), Library.NAME, policy), null);
        var two = asks(yanis, request(library.usual(), Library.NAME, policy), null);
        assertThat(name(one).getAttribute("Format")).isEqualTo(Naming.TRANSIENT);
        assertThat(Xml.text(name(one))).isNotEqualTo(Xml.text(name(two))).doesNotContain(lasting);
    }

    @Test
    void the_gar_is_told_its_two_attributes_and_nothing_else() {
        library.register(List.of(), List.of(Library.KEY), Attribute.ENT, Attribute.GAR_PERSON);
        var yanis = visitors.as("yanis.benali");
        var asked = library.usual();
        var said = believed(asks(yanis, asked), asked.get("ID"));
        assertThat(said).containsOnlyKeys("garpersonidentifiant");
        assertThat(Library.text(asks(yanis, library.usual())))
                .contains(" Name=\"GARPersonIdentifiant\"");
        assertThat(Attribute.ENT.wire()).as("once a number is set").isEqualTo("idEnt");
        var person = said.get("garpersonidentifiant").getFirst();
        assertThat(person)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        connectors.saml(
                "autre",
                "urn:autre",
                List.of(Library.ADDRESS),
                List.of(),
                null,
                List.of(),
                Attribute.GAR_PERSON);
        var other = asks(yanis, request(library.usual(), "urn:autre", ""), null);
        assertThat(Library.text(other)).as("the same by another way").contains(person);
        var tom = asks(visitors.as("tom.costa"), library.usual());
        assertThat(Library.text(tom)).doesNotContain(person);
    }

    @Test
    void whoever_has_not_entered_enters_first_and_comes_back_with_the_same_request() {
        var stranger = visitors.stranger();
        var asked = library.usual();
        // Longer than a sender should write: modules send the whole address of a page.
        var state = "https://livres.example/" + "étagère/".repeat(30) + "un (drôle) d’état !";
        var first = asks(stranger, request(asked), state);
        assertThat(first.location()).startsWith("/sign-in?then=%2Fsaml2%2Fsign-on%3Fkept%3D");
        var page = stranger.open(first.location());
        var way = stranger.form(stranger.open("/sign-in?who=PUPIL&" + query(first)), "/sign-in");
        assertThat(page.status()).isEqualTo(200);
        clock.moveBy(Duration.ofMinutes(20));
        var then = way.value("then");
        var back = visitors.as("yanis.benali").ask(then);
        assertThat(believed(back, asked.get("ID"))).containsKey("prenom");
        assertThat(fields(back)).containsEntry("RelayState", state);
    }

    private static String query(Visitor.Answer redirected) {
        return redirected.location().replaceFirst("[^?]*\\?", "");
    }

    @Test
    void a_service_may_ask_without_asking_anything_of_anybody() {
        var stranger = visitors.stranger();
        var silent = asks(stranger, with(library.usual(), "IsPassive", "true"));
        assertThat(Library.text(silent))
                .contains("status:NoPassive")
                .doesNotContain("Assertion ID");
        var amina = visitors.as("amina.benali");
        assertThat(Library.text(asks(amina, with(library.usual(), "IsPassive", "1"))))
                .contains("status:RequestDenied")
                .doesNotContain("Assertion ID");
        var yanis = visitors.as("yanis.benali");
        assertThat(Library.text(asks(yanis, with(library.usual(), "IsPassive", "true"))))
                .contains("status:Success");
    }

    @Test
    void a_service_may_want_to_be_sure_of_who_is_there_now() {
        var yanis = visitors.as("yanis.benali");
        assertThat(Library.text(asks(yanis, with(library.usual(), "ForceAuthn", "true"))))
                .as("has just entered")
                .contains("status:Success");
        clock.moveBy(Duration.ofMinutes(6));
        assertThat(asks(yanis, with(library.usual(), "ForceAuthn", "true")).location())
                .startsWith("/sign-in?then=");
        var both = with(with(library.usual(), "ForceAuthn", "true"), "IsPassive", "true");
        assertThat(Library.text(asks(yanis, both))).contains("status:NoPassive");
        assertThat(Library.text(asks(yanis, library.usual()))).contains("status:Success");
    }

    @Test
    void what_is_not_offered_is_refused_by_its_name() {
        var yanis = visitors.as("yanis.benali");
        var mail =
                "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\"/>";
        assertThat(Library.text(asks(yanis, request(library.usual(), Library.NAME, mail), null)))
                .contains("status:InvalidNameIDPolicy");
        var card =
                "<samlp:RequestedAuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>";
        assertThat(Library.text(asks(yanis, request(library.usual(), Library.NAME, card), null)))
                .contains("status:NoAuthnContext");
        var word = card.replace("SmartcardPKI", "PasswordProtectedTransport");
        assertThat(Library.text(asks(yanis, request(library.usual(), Library.NAME, word), null)))
                .contains("status:Success");
    }

    @Test
    void nothing_is_told_of_whom_the_service_is_not_for_nor_by_a_service_that_is_closed() {
        var amina = visitors.as("amina.benali");
        var refused = asks(amina, library.usual());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.words()).contains("n’est pas ouvert pour vous");
        assertThat(fields(refused)).isEmpty();
        var yanis = visitors.as("yanis.benali");
        assertThat(fields(asks(yanis, library.usual()))).as("the premise").isNotEmpty();
        connectors.close("livres");
        var closed = asks(yanis, library.usual());
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.words()).contains("Ce service n’est pas inscrit");
        assertThat(fields(closed)).isEmpty();
    }

    @Test
    void a_service_without_a_certificate_need_not_sign() {
        library.register(List.of(), List.of());
        var asked = library.usual();
        var answer =
                visitors.as("yanis.benali")
                        .ask("/saml2/sign-on?" + Library.query(request(asked), null));
        assertThat(believed(answer, asked.get("ID"))).isEmpty();
        assertThat(Library.text(answer)).doesNotContain("AttributeStatement");
    }

    @Test
    void a_request_that_is_sent_again_is_answered_again_to_the_same_place() {
        var yanis = visitors.as("yanis.benali");
        var asked = library.usual();
        asks(yanis, asked);
        var tom = asks(visitors.as("tom.costa"), asked);
        assertThat(believed(tom, asked.get("ID"))).containsEntry("prenom", List.of("Tom"));
        assertThat(tom.page().selectFirst("form[data-onwards]").attr("action"))
                .isEqualTo(Library.ADDRESS);
    }

    @Test
    void while_we_change_our_key_the_metadata_show_both_and_one_signs(@TempDir Path folder)
            throws Exception {
        var both = Workshop.fromFile(folder, Library.OTHER, Library.KEY);
        var file =
                new DescriptionController(application.getBean(OurDoor.class), both)
                        .metadata(new MockHttpServletRequest())
                        .getBody();
        for (var key : List.of(Library.OTHER, Library.KEY))
            assertThat(file).contains(Workshop.written(key.certificate()));
        var document = Xml.read(Xml.bytes(file));
        assertThat(Workshop.verifies(document, Library.OTHER.certificate())).isTrue();
    }

    @Test
    void our_metadata_are_signed_and_show_where_to_ask() throws Exception {
        var file = visitors.stranger().ask("/saml2/metadata");
        assertThat(file.status()).isEqualTo(200);
        var document = Xml.read(Xml.bytes(file.body()));
        assertThat(document.getDocumentElement().getAttribute("entityID"))
                .isEqualTo(library.provider());
        assertThat(Workshop.verifies(document, keys.signing().certificate())).isTrue();
        assertThat(file.body())
                .contains("Location=\"" + library.signOn() + "\"")
                .contains("Location=\"" + library.signOut() + "\"")
                .contains(Workshop.written(keys.signing().certificate()));
    }
}
