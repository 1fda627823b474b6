package fr.preau.cas;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.ServiceAddressTest;
import fr.preau.connectors.TestConnector;
import fr.preau.connectors.Visits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A service outside learns who somebody is by a ticket, as the CAS Protocol 3.0.3 has it. */
@School
class CasTest {
    private static final String SERVICE = ServiceAddressTest.REGISTERED;

    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired Visits visits;
    @Autowired School.SettableClock clock;

    private TestConnector connectors;

    @BeforeEach
    void a_service_is_registered() {
        connectors = new TestConnector(application);
        connectors.open(
                "livres",
                Protocol.CAS,
                null,
                List.of(SERVICE),
                List.of(),
                null,
                Attribute.GIVEN_NAME,
                Attribute.PROFILE,
                Attribute.SCHOOLS,
                Attribute.CLASSES);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String login(String service) {
        return "/cas/login?service=" + encoded(service);
    }

    /** What the browser is led to, with the ticket that it brings there. */
    private static String ticket(Visitor visitor, String service) {
        var answer = visitor.ask(login(service));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).startsWith(service + (service.contains("?") ? "&" : "?"));
        return answer.location().replaceFirst(".*[?&]ticket=", "");
    }

    private String shown(String path, String service, String ticket) {
        return visitors.stranger()
                .ask(path + "?service=" + encoded(service) + "&ticket=" + encoded(ticket))
                .body();
    }

    @Test
    void a_pupil_is_known_to_a_service_by_an_opaque_name_and_what_the_region_has_chosen() {
        var yanis = visitors.as("yanis.benali");
        var answer = shown("/cas/p3/serviceValidate", SERVICE, ticket(yanis, SERVICE));
        assertThat(answer)
                .containsPattern("<cas:user>[0-9a-f]{40}</cas:user>")
                .contains("<cas:Prenom>Yanis</cas:Prenom>")
                .contains("<cas:ENTPersonProfils>National_ELV</cas:ENTPersonProfils>")
                .contains("<cas:ENTPersonStructRattachRNE>0341315V</cas:ENTPersonStructRattachRNE>")
                .contains("<cas:ENTEleveClasses>CP A</cas:ENTEleveClasses>")
                .doesNotContainIgnoringCase("benali");
        assertThat(answer.indexOf("authenticationDate"))
                .isLessThan(answer.indexOf("longTermAuthenticationRequestTokenUsed"));
        var again = shown("/cas/serviceValidate", SERVICE, ticket(yanis, SERVICE));
        assertThat(again).doesNotContain("attributes");
        assertThat(user(again)).as("always the same").isEqualTo(user(answer));
    }

    private static String user(String answer) {
        return answer.replaceFirst("(?s).*<cas:user>(.*)</cas:user>.*", "$1");
    }

    @Test
    void another_service_knows_the_same_pupil_by_another_name() {
        connectors.open(
                "cartes", Protocol.CAS, null, List.of("https://cartes.example/"), List.of(), null);
        var yanis = visitors.as("yanis.benali");
        var here = shown("/cas/serviceValidate", SERVICE, ticket(yanis, SERVICE));
        var there =
                shown(
                        "/cas/serviceValidate",
                        "https://cartes.example/",
                        ticket(yanis, "https://cartes.example/"));
        assertThat(user(here)).isNotEqualTo(user(there));
    }

    @Test
    void the_first_protocol_answers_in_two_lines_and_the_others_in_json_when_asked() {
        var yanis = visitors.as("yanis.benali");
        assertThat(shown("/cas/validate", SERVICE, ticket(yanis, SERVICE)))
                .matches("yes\\n[0-9a-f]{40}\\n");
        assertThat(shown("/cas/validate", SERVICE, "ST-nothing")).isEqualTo("no\n\n");
        assertThat(
                        visitors.stranger()
                                .ask(
                                        "/cas/p3/serviceValidate?format=JSON&service="
                                                + encoded(SERVICE)
                                                + "&ticket="
                                                + ticket(yanis, SERVICE))
                                .body())
                .contains("\"authenticationSuccess\"")
                .contains("\"ENTEleveClasses\":[\"CP A\"]");
    }

    @Test
    void a_ticket_serves_once() {
        var ticket = ticket(visitors.as("yanis.benali"), SERVICE);
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket))
                .contains("authenticationSuccess");
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket)).contains("INVALID_TICKET");
    }

    @Test
    void a_ticket_shown_for_another_service_is_spent() {
        var ticket = ticket(visitors.as("yanis.benali"), SERVICE);
        assertThat(shown("/cas/serviceValidate", SERVICE + "autre", ticket))
                .contains("INVALID_SERVICE");
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket)).contains("INVALID_TICKET");
    }

    @Test
    void a_ticket_is_good_for_a_minute_and_as_long_as_the_session_lasts() {
        var yanis = visitors.as("yanis.benali");
        var late = ticket(yanis, SERVICE);
        clock.moveBy(Duration.ofSeconds(61));
        assertThat(shown("/cas/serviceValidate", SERVICE, late)).contains("INVALID_TICKET");
        var orphan = ticket(yanis, SERVICE);
        yanis.form(yanis.open("/comfort"), "/sign-out").send();
        assertThat(shown("/cas/serviceValidate", SERVICE, orphan)).contains("INVALID_TICKET");
    }

    @Test
    void a_service_that_is_closed_meanwhile_learns_nothing() {
        var ticket = ticket(visitors.as("yanis.benali"), SERVICE);
        connectors.close("livres");
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket)).contains("INVALID_TICKET");
    }

    @Test
    void what_a_request_lacks_is_said() {
        assertThat(visitors.stranger().ask("/cas/serviceValidate?ticket=ST-1").body())
                .contains("INVALID_REQUEST");
        assertThat(visitors.stranger().ask("/cas/proxy?pgt=PGT-1").body())
                .contains("INVALID_REQUEST");
        assertThat(
                        visitors.stranger()
                                .ask("/cas/proxy?pgt=PGT-1&targetService=" + encoded(SERVICE))
                                .body())
                .contains("INVALID_TICKET");
    }

    @Test
    void whoever_has_not_entered_enters_first_and_is_then_led_there() {
        var stranger = visitors.stranger();
        var door = stranger.ask(login(SERVICE));
        assertThat(door.location()).startsWith("/sign-in?then=");
        var form = stranger.form(stranger.open(door.location() + "&who=PUPIL"), "/sign-in");
        assertThat(form.value("then")).isEqualTo(login(SERVICE));
    }

    @Test
    void the_service_is_not_open_to_families_nor_to_other_schools() {
        for (var login :
                List.of("amina.benali", "nadia.ferrand", "mireille.castan", "remi.vernet")) {
            var answer = visitors.as(login).ask(login(SERVICE));
            assertThat(answer.status()).as(login).isEqualTo(403);
            assertThat(answer.words()).contains("n’est pas ouvert pour vous");
            assertThat(answer.body()).doesNotContain("ST-");
        }
    }

    @Test
    void gateway_leads_back_without_a_ticket_where_login_would_ask() {
        assertThat(visitors.stranger().ask(login(SERVICE) + "&gateway=true").location())
                .isEqualTo(SERVICE);
        assertThat(visitors.as("amina.benali").ask(login(SERVICE) + "&gateway=true").location())
                .isEqualTo(SERVICE);
        assertThat(visitors.as("yanis.benali").ask(login(SERVICE) + "&gateway=true").location())
                .contains("ticket=ST-");
        assertThat(visitors.stranger().ask(login(SERVICE) + "&gateway=true&renew=true").location())
                .startsWith("/sign-in");
    }

    @Test
    void renew_asks_to_enter_again_unless_that_was_just_done_for_it() {
        var yanis = visitors.as("yanis.benali");
        clock.moveBy(Duration.ofMinutes(6));
        var answer = yanis.ask(login(SERVICE) + "&renew=true");
        assertThat(answer.location()).startsWith("/sign-in?then=").contains("renew");
        var plain = ticket(yanis, SERVICE);
        assertThat(
                        visitors.stranger()
                                .ask(
                                        "/cas/serviceValidate?renew=true&service="
                                                + encoded(SERVICE)
                                                + "&ticket="
                                                + plain)
                                .body())
                .contains("INVALID_TICKET_SPEC");
    }

    @Test
    void no_devious_address_gets_a_ticket_or_a_redirection() {
        var yanis = visitors.as("yanis.benali");
        for (var address : ServiceAddressTest.hostile()) {
            for (var way :
                    List.of(
                            "/cas/login?service=",
                            "/cas/login?gateway=true&service=",
                            "/cas/logout?service=",
                            "/cas/logout?url=")) {
                var answer = yanis.ask(way + encoded(address));
                assertThat(answer.location()).as(way + address).isIn("", "/", "/sign-in");
                assertThat(answer.body())
                        .as(way + address)
                        .doesNotContainPattern("ST-[0-9a-f]{48}")
                        .doesNotContain("name=\"onwards\"");
            }
        }
        var page = yanis.ask(login("https://mechant.example/"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.words()).contains("Ce service n’est pas inscrit");
    }

    @Test
    void no_devious_address_is_called_with_a_granting_ticket() throws IOException {
        try (var canary = new Listener()) {
            connectors.open(
                    "mandats",
                    Protocol.CAS,
                    null,
                    List.of("https://mandats.example/"),
                    List.of("https://mandats.example/rappel"),
                    null);
            var yanis = visitors.as("yanis.benali");
            var answer =
                    visitors.stranger()
                            .ask(
                                    "/cas/serviceValidate?service="
                                            + encoded("https://mandats.example/")
                                            + "&ticket="
                                            + ticket(yanis, "https://mandats.example/")
                                            + "&pgtUrl="
                                            + encoded(canary.address("/rappel")))
                            .body();
            assertThat(answer).contains("INVALID_PROXY_CALLBACK");
            assertThat(canary.heard).isEmpty();
        }
    }

    @Test
    void a_service_acts_in_the_name_of_somebody_for_another() throws IOException {
        try (var service = new Listener()) {
            connectors.open(
                    "mandats",
                    Protocol.CAS,
                    null,
                    List.of("https://mandats.example/"),
                    List.of(service.address("/rappel")),
                    null);
            var yanis = visitors.as("yanis.benali");
            var answer =
                    visitors.stranger()
                            .ask(
                                    "/cas/serviceValidate?service="
                                            + encoded("https://mandats.example/")
                                            + "&ticket="
                                            + ticket(yanis, "https://mandats.example/")
                                            + "&pgtUrl="
                                            + encoded(service.address("/rappel")))
                            .body();
            assertThat(answer).contains("<cas:proxyGrantingTicket>PGTIOU-");
            var called = service.heard.remove();
            assertThat(answer)
                    .contains(called.replaceFirst(".*pgtIou=(PGTIOU-[0-9a-f]+).*", "$1"))
                    .doesNotContain("PGT-");
            var granting = called.replaceFirst(".*pgtId=(PGT-[0-9a-f]+).*", "$1");
            var proxied =
                    visitors.stranger()
                            .ask(
                                    "/cas/proxy?pgt="
                                            + granting
                                            + "&targetService="
                                            + encoded(SERVICE))
                            .body();
            var ticket =
                    proxied.replaceFirst("(?s).*<cas:proxyTicket>(.*)</cas:proxyTicket>.*", "$1");
            assertThat(ticket).startsWith("PT-");
            assertThat(shown("/cas/serviceValidate", SERVICE, ticket))
                    .as("a proxy's ticket where none is wanted")
                    .contains("INVALID_TICKET_SPEC");
            var second =
                    visitors.stranger()
                            .ask(
                                    "/cas/proxy?pgt="
                                            + granting
                                            + "&targetService="
                                            + encoded(SERVICE))
                            .body()
                            .replaceFirst("(?s).*<cas:proxyTicket>(.*)</cas:proxyTicket>.*", "$1");
            assertThat(shown("/cas/p3/proxyValidate", SERVICE, second))
                    .contains("<cas:proxy>" + service.address("/rappel") + "</cas:proxy>")
                    .contains("<cas:Prenom>Yanis</cas:Prenom>");
            yanis.form(yanis.open("/comfort"), "/sign-out").send();
            assertThat(
                            visitors.stranger()
                                    .ask(
                                            "/cas/proxy?pgt="
                                                    + granting
                                                    + "&targetService="
                                                    + encoded(SERVICE))
                                    .body())
                    .contains("INVALID_TICKET");
        }
    }

    @Test
    void every_service_is_told_of_the_sign_out_and_one_that_hangs_delays_nobody()
            throws IOException {
        try (var quick = new Listener();
                var hanging = new Listener()) {
            hanging.hang();
            connectors.open(
                    "vite", Protocol.CAS, null, List.of(quick.address("/")), List.of(), null);
            connectors.open(
                    "lent", Protocol.CAS, null, List.of(hanging.address("/")), List.of(), null);
            var yanis = visitors.as("yanis.benali");
            var slow = ticket(yanis, hanging.address("/"));
            shown("/cas/serviceValidate", hanging.address("/"), slow);
            var ticket = ticket(yanis, quick.address("/"));
            assertThat(shown("/cas/serviceValidate", quick.address("/"), ticket))
                    .contains("authenticationSuccess");
            var page = yanis.form(yanis.open("/comfort"), "/sign-out").send();
            assertThat(page.words()).contains("Vous êtes déconnecté");
            // Where nobody has called the scheduled work yet, this does; what was told is not told
            // twice.
            var told = visits.tell();
            quick.awaitOne();
            assertThat(URLDecoder.decode(quick.heard.remove(), StandardCharsets.UTF_8))
                    .contains("logoutRequest=<samlp:LogoutRequest")
                    .contains("<samlp:SessionIndex>" + ticket + "</samlp:SessionIndex>");
            hanging.letGo();
            told.join();
            assertThat(visits.tell()).isCompleted();
            assertThat(quick.heard).isEmpty();
        }
    }

    @Test
    void signing_out_from_a_service_leads_back_to_it_when_it_is_registered() {
        var yanis = visitors.as("yanis.benali");
        var page = yanis.open("/cas/logout?service=" + encoded(SERVICE));
        assertThat(page.words()).contains("Se déconnecter de Préau ?");
        var out = yanis.form(page, "/sign-out").sendOnly();
        assertThat(out.headers().firstValue("Refresh")).hasValue("0;url=" + SERVICE);
        assertThat(yanis.ask("/").location()).startsWith("/sign-in");
        var hostile = visitors.as("tom.costa");
        var refused =
                hostile.form(hostile.open("/cas/logout"), "/sign-out")
                        .add("onwards", "https://mechant.example/")
                        .sendOnly();
        assertThat(refused.location()).isEqualTo("/sign-in");
    }

    @Test
    void tickets_are_never_alike() {
        var proof = System.getProperty("preau.proof");
        var count = "full".equals(proof) ? 1_000_000 : 20_000;
        var made = new HashSet<String>();
        for (var n = 0; n < count; n++) made.add(Tickets.make("ST-"));
        assertThat(made).hasSize(count).allMatch(one -> one.matches("ST-[0-9a-f]{48}"));
    }

    /** A service outside, as far as it is called. */
    private static final class Listener implements AutoCloseable {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        private final CountDownLatch one = new CountDownLatch(1);
        private final CountDownLatch held = new CountDownLatch(1);
        private volatile boolean hangs;

        Listener() throws IOException {
            server.setExecutor(Thread::startVirtualThread);
            server.createContext(
                    "/",
                    exchange -> {
                        var body =
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8);
                        if (hangs) await(held);
                        heard.add(exchange.getRequestURI() + " " + body);
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                        one.countDown();
                    });
            server.start();
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS))
                    throw new IllegalStateException("not heard");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        String address(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        void hang() {
            hangs = true;
        }

        void letGo() {
            held.countDown();
        }

        void awaitOne() {
            await(one);
        }

        @Override
        public void close() {
            held.countDown();
            server.stop(0);
        }
    }
}
