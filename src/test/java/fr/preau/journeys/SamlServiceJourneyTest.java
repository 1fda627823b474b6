package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Listener;
import fr.preau.connectors.TestConnector;
import fr.preau.samlidp.Library;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A service of SAML is answered by a form, which a real browser lets go there and nowhere else. */
@Journey
class SamlServiceJourneyTest {
    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    private String asked(String address) {
        var connectors = new TestConnector(application);
        connectors.saml(
                "livres",
                Library.NAME,
                List.of(address),
                List.of(),
                null,
                List.of(),
                Attribute.GIVEN_NAME);
        var library = new Library(visitors, connectors, clock);
        return "/saml2/sign-on?"
                + Library.query(
                        Library.request(
                                Library.with(
                                        library.usual(), "AssertionConsumerServiceURL", address)),
                        "retour");
    }

    @Test
    void yanis_is_led_to_the_service_by_a_page_that_sends_its_form(Browsers browsers)
            throws Exception {
        try (var service = new Listener()) {
            var way = asked(service.address("/acs"));
            var yanis =
                    browsers.as(Browsers.Device.PHONE, "yanis.benali")
                            .reaching(service.address("/"));
            yanis.page().navigate(way);
            yanis.page().waitForURL(service.address("/acs"));
            assertThat(service.heard())
                    .startsWith("/acs SAMLResponse=")
                    .endsWith("&RelayState=retour");
        }
    }

    @Test
    void without_a_script_a_button_does_the_same(Browsers browsers) throws Exception {
        try (var service = new Listener()) {
            var way = asked(service.address("/acs"));
            var yanis =
                    browsers.withoutScript(Browsers.Device.PHONE)
                            .withSession(browsers.session("yanis.benali"))
                            .reaching(service.address("/"));
            yanis.page().navigate(way);
            yanis.sees("Vous allez vers un service relié");
            yanis.button("Continuer").click();
            yanis.page().waitForURL(service.address("/acs"));
            assertThat(service.heard()).startsWith("/acs SAMLResponse=");
        }
    }

    @Test
    void whoever_is_sent_by_a_request_that_is_not_believed_reads_what_to_do(Browsers browsers) {
        var somebody = browsers.phone();
        assertThat(somebody.status("/saml2/sign-on?SAMLRequest=x")).isEqualTo(400);
        somebody.look().fitsAt(320);
        somebody.sees("Cette demande n’a pas pu être acceptée");
    }
}
