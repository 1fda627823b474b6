package fr.preau.cas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Visitor;
import fr.preau.connectors.Listener;
import fr.preau.connectors.Visits;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a session ends, every service that it led to is told, and only then (CAS 3.0.3, 2.3). */
class CasSignOutTest extends CasDoor {
    @Autowired Visits visits;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    /** Somebody goes there, and the service shows the ticket. */
    private String visits(Visitor visitor, String service) {
        var ticket = ticket(visitor, service);
        assertThat(shown("/cas/serviceValidate", service, ticket))
                .contains("authenticationSuccess");
        return ticket;
    }

    private long untold() {
        return walls.as(
                Wall.DOOR,
                () -> db.sql("select count(*) from connector_visit").query(Long.class).single());
    }

    @Test
    void every_service_is_told_and_one_that_hangs_delays_nobody() throws Exception {
        try (var quick = new Listener();
                var hanging = new Listener()) {
            hanging.hang();
            connectors.cas("vite", quick.address("/"));
            connectors.cas("lent", hanging.address("/"));
            var yanis = visitors.as("yanis.benali");
            visits(yanis, hanging.address("/"));
            var ticket = visits(yanis, quick.address("/"));
            var page = yanis.form(yanis.open("/comfort"), "/sign-out").send();
            assertThat(page.words()).contains("Vous êtes déconnecté");
            assertThat(URLDecoder.decode(quick.heard(), StandardCharsets.UTF_8))
                    .contains("logoutRequest=<samlp:LogoutRequest")
                    .contains("<samlp:SessionIndex>" + ticket + "</samlp:SessionIndex>");
            assertThat(hanging.heard()).contains("logoutRequest");
            visits.tellEnded().join();
            assertThat(quick.heardNothing()).as("once").isTrue();
            assertThat(untold()).isZero();
        }
    }

    @Test
    void a_session_that_is_ended_from_elsewhere_is_told_too() throws Exception {
        try (var service = new Listener()) {
            connectors.cas("livres-2", service.address("/"));
            var helene = visitors.as("helene.costa");
            visits(helene, service.address("/"));
            visits.tellEnded().join();
            assertThat(service.heardNothing()).as("she is still inside").isTrue();
            walls.as(
                    Wall.DOOR,
                    () ->
                            db.sql("update session set ended_at = :now where ended_at is null")
                                    .param("now", java.sql.Timestamp.from(clock.instant()))
                                    .update());
            visits.tellEnded().join();
            assertThat(service.heard()).contains("logoutRequest");
        }
    }

    /** Another password changes the cookie: it must not look like the end of the session. */
    @Test
    void another_cookie_for_the_same_session_ends_nothing_at_the_services() throws Exception {
        try (var service = new Listener()) {
            connectors.cas("livres-2", service.address("/"));
            var helene = visitors.as("helene.costa");
            visits(helene, service.address("/"));
            var ticket = ticket(helene, service.address("/"));
            var before = helene.cookie("preau");
            helene.post("/security/password", Map.of("password", "trois lézards au soleil levant"));
            assertThat(helene.cookie("preau")).as("the premise").isNotEqualTo(before);
            assertThat(shown("/cas/serviceValidate", service.address("/"), ticket))
                    .contains("authenticationSuccess");
            visits.tellEnded().join();
            assertThat(service.heardNothing()).isTrue();
            assertThat(untold()).isEqualTo(2);
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
}
