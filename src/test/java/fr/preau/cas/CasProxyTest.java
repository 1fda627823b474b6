package fr.preau.cas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Listener;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service acts in somebody's name for another, when it is registered to (CAS 3.0.3, 2.7). */
class CasProxyTest extends CasDoor {
    private static final String ACTING = "https://mandats.example/";

    private void acts(String callback) {
        connectors.open("mandats", Protocol.CAS, null, List.of(ACTING), List.of(callback), null);
    }

    /** Yanis goes to the service, which shows his ticket and wants one to act with. */
    private String wants(String callback) {
        return shown(
                "/cas/serviceValidate",
                ACTING,
                ticket(visitors.as("yanis.benali"), ACTING),
                "&pgtUrl=" + encoded(callback));
    }

    private String asks(String granting) {
        return visitors.stranger()
                .ask("/cas/proxy?pgt=" + granting + "&targetService=" + encoded(SERVICE))
                .body();
    }

    @Test
    void no_address_is_called_that_is_not_registered() throws Exception {
        try (var canary = new Listener()) {
            acts("https://mandats.example/rappel");
            assertThat(wants(canary.address("/rappel"))).contains("INVALID_PROXY_CALLBACK");
            assertThat(canary.heardNothing()).isTrue();
        }
    }

    @Test
    void a_service_that_may_act_for_nobody_is_told_so() {
        connectors.cas("mandats", ACTING);
        assertThat(wants("https://mandats.example/rappel")).contains("UNAUTHORIZED_SERVICE_PROXY");
    }

    @Test
    void a_callback_that_never_ends_its_answer_gets_nothing() throws Exception {
        try (var service = new Listener()) {
            service.goOn();
            acts(service.address("/rappel"));
            assertThat(wants(service.address("/rappel"))).contains("INVALID_PROXY_CALLBACK");
        }
    }

    @Test
    void a_service_acts_in_the_name_of_somebody_as_long_as_they_are_inside() throws Exception {
        try (var service = new Listener()) {
            acts(service.address("/rappel"));
            var name = element("proxyGrantingTicket", wants(service.address("/rappel")));
            var called = service.heard();
            assertThat(called).contains("pgtIou=" + name).contains("pgtId=PGT-");
            assertThat(name).startsWith("PGTIOU-");
            var granting = called.replaceFirst(".*pgtId=(PGT-[0-9a-f]+).*", "$1");
            assertThat(
                            shown(
                                    "/cas/serviceValidate",
                                    SERVICE,
                                    element("proxyTicket", asks(granting))))
                    .as("a proxy's ticket where none is wanted")
                    .contains("INVALID_TICKET_SPEC");
            assertThat(
                            shown(
                                    "/cas/p3/proxyValidate",
                                    SERVICE,
                                    element("proxyTicket", asks(granting))))
                    .contains("<cas:proxy>" + service.address("/rappel") + "</cas:proxy>")
                    .contains("<cas:Prenom>Yanis</cas:Prenom>");
            var yanis = visitors.as("yanis.benali");
            yanis.form(yanis.open("/comfort"), "/sign-out").send();
            assertThat(asks(granting)).contains("INVALID_TICKET");
        }
    }
}
