package fr.preau.cas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.ServiceAddressTest;
import fr.preau.connectors.TestConnector;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A service that is registered, and what it and its visitors do. */
@School
abstract class CasDoor {
    static final String SERVICE = ServiceAddressTest.REGISTERED;

    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    TestConnector connectors;

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

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String login(String service) {
        return "/cas/login?service=" + encoded(service);
    }

    /** What the browser is led to, with the ticket that it brings there. */
    static String ticket(Visitor visitor, String service) {
        var answer = visitor.ask(login(service));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).startsWith(service + (service.contains("?") ? "&" : "?"));
        return answer.location().replaceFirst(".*[?&]ticket=", "");
    }

    /** What the service is answered when it shows the ticket. */
    String shown(String path, String service, String ticket) {
        return shown(path, service, ticket, "");
    }

    String shown(String path, String service, String ticket, String more) {
        return visitors.stranger()
                .ask(path + "?service=" + encoded(service) + "&ticket=" + encoded(ticket) + more)
                .body();
    }

    /** What stands in an element of an answer. */
    static String element(String name, String answer) {
        return answer.replaceFirst("(?s).*<cas:" + name + ">(.*)</cas:" + name + ">.*", "$1");
    }
}
