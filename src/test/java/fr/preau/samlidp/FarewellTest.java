package fr.preau.samlidp;

import static fr.preau.samlidp.Library.query;
import static fr.preau.samlidp.Library.signed;
import static fr.preau.samlidp.Library.with;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.connectors.Listener;
import fr.preau.connectors.TestConnector;
import fr.preau.connectors.Visits;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.saml.Redirected;
import fr.preau.saml.ServiceKeys;
import fr.preau.saml.Workshop;
import fr.preau.saml.Xml;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;

/** When a session ends the services are told; a service may ask for its end, and is answered. */
@School
class FarewellTest {
    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired ServiceKeys keys;
    @Autowired Visits visits;
    @Autowired Farewells farewells;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private TestConnector connectors;
    private Library library;

    @BeforeEach
    void a_service_is_registered() {
        connectors = new TestConnector(application);
        library = new Library(visitors, connectors, clock);
        library.register(List.of(), List.of(Library.KEY));
    }

    /** Somebody goes there; what the service calls them, and their visit. */
    private String[] visits(Visitor visitor, String policy) {
        var text =
                Library.text(
                        Library.asks(
                                visitor,
                                Library.request(library.usual(), Library.NAME, policy),
                                null));
        return new String[] {
            text.replaceAll("(?s).*<saml:NameID[^>]*>([^<]*)<.*", "$1"),
            text.replaceAll("(?s).*SessionIndex=\"([^\"]*)\".*", "$1")
        };
    }

    private static Document message(String envelope) {
        return Xml.read(
                Xml.bytes(
                        envelope.replaceAll(
                                "(?s).*?(<samlp:LogoutRequest.*</samlp:LogoutRequest>).*", "$1")));
    }

    @Test
    void a_service_is_told_who_has_left_in_a_message_that_we_signed() throws Exception {
        try (var service = new Listener()) {
            library.register(List.of(service.address("/soap")), List.of(Library.KEY));
            var yanis = visitors.as("yanis.benali");
            var lasting = visits(yanis, "");
            var passing =
                    visits(yanis, "<samlp:NameIDPolicy Format=\"" + Naming.TRANSIENT + "\"/>");
            yanis.form(yanis.open("/comfort"), "/sign-out").send();
            var heard = service.heard() + service.heard();
            for (var visit : List.of(lasting, passing)) {
                var one =
                        List.of(heard.split("(?=/soap )")).stream()
                                .filter(text -> text.contains(">" + visit[1] + "<"))
                                .findFirst()
                                .orElseThrow();
                assertThat(one).startsWith("/soap <S:Envelope").contains(">" + visit[0] + "<");
                var document = message(one);
                assertThat(Workshop.verifies(document, keys.signing().certificate())).isTrue();
                assertThat(
                                Xml.theChild(document.getDocumentElement(), Xml.ASSERTION, "NameID")
                                        .getAttribute("Format"))
                        .isEqualTo(visit == lasting ? Naming.PERSISTENT : Naming.TRANSIENT);
                assertThat(document.getDocumentElement().getAttribute("Destination"))
                        .isEqualTo(service.address("/soap"));
            }
            visits.tellEnded().join();
            assertThat(service.heardNothing()).as("once").isTrue();
        }
    }

    @Test
    void a_session_that_is_ended_from_elsewhere_is_told_too() throws Exception {
        try (var service = new Listener()) {
            library.register(List.of(service.address("/soap")), List.of(Library.KEY));
            var visit = visits(visitors.as("helene.costa"), "");
            visits.tellEnded().join();
            assertThat(service.heardNothing()).as("she is still inside").isTrue();
            walls.as(
                    Wall.DOOR,
                    () ->
                            db.sql("update session set ended_at = :now where ended_at is null")
                                    .param("now", Timestamp.from(clock.instant()))
                                    .update());
            visits.tellEnded().join();
            assertThat(service.heard()).contains(">" + visit[1] + "<");
        }
    }

    private String asked(String[] visit) {
        return Library.message(
                "LogoutRequest",
                with(
                        with(library.usual(), "AssertionConsumerServiceURL", null),
                        "Destination",
                        library.signOut()),
                Library.NAME,
                "<saml:NameID>"
                        + visit[0]
                        + "</saml:NameID><samlp:SessionIndex>"
                        + visit[1]
                        + "</samlp:SessionIndex>");
    }

    private Visitor.Answer leaves(Visitor visitor, String query) {
        return visitor.ask("/saml2/sign-out?" + query);
    }

    /** The answer that this address brings to the service; fails when it is not signed by us. */
    private Redirected answer(String address) {
        assertThat(address).startsWith(Library.OUT + "&SAMLResponse=");
        var answer =
                Redirected.read(address.substring(address.indexOf('?') + 1), Redirected.ANSWER);
        answer.mustBeSignedBy(List.of(keys.signing().certificate()));
        return answer;
    }

    @Test
    void a_service_that_asks_for_a_sign_out_is_answered_once_somebody_has_agreed() {
        var yanis = visitors.as("yanis.benali");
        var asked = asked(visits(yanis, ""));
        var page = leaves(yanis, signed(query(asked, "état {1} %41&+ fin")));
        assertThat(page.words()).contains("Se déconnecter de Préau ?");
        assertThat(yanis.ask("/").status()).as("nobody has agreed yet").isEqualTo(200);
        var out = yanis.form(page, "/sign-out").sendOnly();
        var answer = answer(out.headers().firstValue("Refresh").orElse("").substring(6));
        assertThat(answer.relayState()).isEqualTo("état {1} %41&+ fin");
        assertThat(asked).contains("\"" + answer.top().getAttribute("InResponseTo") + "\"");
        assertThat(Xml.write(answer.top().getOwnerDocument())).contains("status:Success");
        assertThat(yanis.ask("/").location()).startsWith("/sign-in");
    }

    @Test
    void a_service_whose_visitor_is_not_inside_any_more_is_answered_at_once() {
        var visit = visits(visitors.as("yanis.benali"), "");
        var stranger = visitors.stranger();
        var query = signed(query(asked(visit), null));
        assertThat(answer(leaves(stranger, query).location()).relayState()).isNull();
    }

    @Test
    void a_request_that_is_not_believed_leads_nowhere_and_ends_nothing() {
        var yanis = visitors.as("yanis.benali");
        var good = asked(visits(yanis, ""));
        assertThat(leaves(yanis, signed(query(good, null))).body())
                .as("the premise")
                .contains("name=\"onwards\"");
        for (var query :
                List.of(
                        "",
                        query(good, null),
                        signed(
                                query(good, null),
                                Library.OTHER.secret(),
                                Library.RSA_SHA256,
                                "SHA256withRSA"),
                        signed(query(good, "x".repeat(1_025))),
                        signed(query(good.replace("sign-out", "sign-on"), null)),
                        signed(query(good.replace("Version=\"2.0\"", "Version=\"1.1\""), null)),
                        signed(query(good.replace("LogoutRequest", "LogoutResponse"), null)),
                        signed(
                                query(
                                        good.replace(
                                                " Version",
                                                " NotOnOrAfter=\"2024-09-10T05:00:00Z\" Version"),
                                        null)))) {
            for (var visitor : List.of(yanis, visitors.stranger())) {
                var answer = leaves(visitor, query);
                assertThat(answer.location()).as(query).isEmpty();
                assertThat(answer.body()).as(query).doesNotContain("livres.example");
            }
        }
        clock.moveBy(Duration.ofMinutes(62));
        assertThat(leaves(visitors.as("tom.costa"), signed(query(good, null))).body())
                .as("old")
                .doesNotContain("livres.example");
        assertThat(
                        leaves(
                                        visitors.as("tom.costa"),
                                        signed(
                                                query(
                                                        good.replace("livres.example", "x.example"),
                                                        null)))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void nobody_is_led_to_an_address_that_only_resembles_ours() {
        var yanis = visitors.as("yanis.benali");
        var page = leaves(yanis, signed(query(asked(visits(yanis, "")), null)));
        var good = yanis.form(page, "/sign-out").value("onwards");
        for (var hostile :
                List.of(
                        good.replace("livres.example", "evil.example"),
                        good.replaceFirst("SAMLResponse=..", "SAMLResponse="),
                        good.replaceFirst("&Signature=.*", ""),
                        "https://evil.example/?" + good.replaceFirst("[^?]*\\?", ""),
                        good + "&SAMLResponse=x",
                        "https://evil.example/?SAMLResponse=x"))
            assertThat(farewells.welcomes(hostile)).as(hostile).isFalse();
        assertThat(farewells.welcomes(good)).as("the premise").isTrue();
        var out = yanis.form(page, "/sign-out").fill("onwards", Library.ADDRESS).sendOnly();
        assertThat(out.location()).as("where answers are posted").isEqualTo("/sign-in");
    }
}
