package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Visitors;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.TestConnector;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The région registers a service; somebody who comes from there enters, and is led back to it. */
@Journey
class ConnectorJourneyTest {
    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;

    @Test
    void the_region_sees_what_a_service_will_be_told(Browsers browsers) {
        var isabelle = browsers.as(Browsers.Device.PHONE, "isabelle.roques");
        isabelle.open("/connectors").fitsAt(320);
        isabelle.link("Relier un service").click();
        isabelle.look().fitsAt(320);
        var page = isabelle.page();
        page.getByLabel("Nom du service").fill("Lire à l’école");
        page.getByLabel("À quoi il sert").fill("Des livres à lire en classe");
        page.getByLabel("Ses adresses", exact()).fill("https://livres.example/lire/");
        page.getByLabel("Pour quelles écoles").fill("région");
        page.getByLabel("élèves").check();
        page.getByLabel("son prénom", exact()).check();
        isabelle.button("Voir ce qui lui sera dit").click();
        isabelle.sees("Ce que ce service saura");
        isabelle.look().fitsAt(320);
        isabelle.button("Enregistrer ce service").click();
        isabelle.sees("Le service est enregistré");
        isabelle.look().fitsAt(320);
        isabelle.button("Ouvrir Lire à l’école").click();
        isabelle.sees("Le service est ouvert");
    }

    private static com.microsoft.playwright.Page.GetByLabelOptions exact() {
        return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
    }

    @Test
    void helene_comes_from_a_service_enters_and_is_led_back(Browsers browsers) {
        var service = visitors.address() + "/activation";
        new TestConnector(application)
                .open("livres", Protocol.CAS, null, List.of(service), List.of(), null);
        var helene = browsers.phone();
        var asked = "/cas/login?service=" + URLEncoder.encode(service, StandardCharsets.UTF_8);
        helene.open(asked);
        var page = helene.page();
        page.getByLabel("Identifiant").fill("helene.costa");
        page.getByLabel("Mot de passe").fill("preau-demo-2024");
        page.locator("form.sheet")
                .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                .click();
        assertThat(page.locator("#agreed")).isVisible();
        page.locator("#agreed").check();
        page.locator("form.form .btn--primary").click();
        page.waitForURL(Pattern.compile(".*/activation\\?ticket=ST-[0-9a-f]{48}"));
        helene.open("/cas/logout").fitsAt(320);
        helene.sees("Se déconnecter de Préau ?");
        helene.button("Se déconnecter").click();
        helene.sees("Vous êtes déconnecté");
        helene.open("/cas/logout").fitsAt(320);
    }

    @Test
    void whoever_is_not_led_there_reads_why(Browsers browsers) {
        new TestConnector(application)
                .open(
                        "livres",
                        Protocol.CAS,
                        null,
                        List.of("https://livres.example/"),
                        List.of(),
                        null);
        var amina = browsers.as(Browsers.Device.PHONE, "amina.benali");
        assertThat(amina.status("/cas/login?service=https%3A%2F%2Flivres.example%2F"))
                .isEqualTo(403);
        amina.look().fitsAt(320);
        amina.sees("n’est pas ouvert pour vous");
        assertThat(amina.status("/cas/login?service=https%3A%2F%2Fautre.example%2F"))
                .isEqualTo(403);
        amina.look().fitsAt(320);
        amina.sees("Ce service n’est pas inscrit");
    }
}
