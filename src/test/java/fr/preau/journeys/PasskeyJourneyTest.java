package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** A device with a fingerprint reader, played by Chromium's own virtual authenticator. */
@Journey
class PasskeyJourneyTest {
    private static void hasAFingerprintReader(BrowserWindow window) {
        var device = window.context().newCDPSession(window.page());
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static void addsAKey(BrowserWindow window) {
        window.open("/security");
        window.link("Ajouter une clé d’accès").click();
        window.sees("vous");
        if (window.path().startsWith("/second-factor")) window.button("Continuer").click();
        assertThat(window.button("Créer la clé")).isVisible();
        window.look();
        window.page().getByLabel("Son nom").fill("mon téléphone");
        window.button("Créer la clé").click();
        window.sees("La clé d’accès est prête");
        window.look().photograph("target/pages/security.png");
    }

    private static void leaves(BrowserWindow window) {
        window.page().locator(".menu__button").click();
        window.page().locator(".menu__panel button:not([name])").last().click();
        window.sees("Vous êtes déconnecté");
    }

    @Test
    void amina_enters_with_her_finger(Browsers browsers) {
        var amina = browsers.phone();
        hasAFingerprintReader(amina);
        amina.signIn("amina.benali");
        addsAKey(amina);
        leaves(amina);
        amina.button("Entrer avec une clé d’accès").click();
        assertThat(amina.page().locator(".menu__button")).isVisible();
        assertThat(amina.path()).isEqualTo("/");
    }

    @Test
    void marc_enters_with_his_finger_and_no_code_is_asked(Browsers browsers) {
        var marc = browsers.desktop();
        hasAFingerprintReader(marc);
        marc.signIn("marc.olivet");
        addsAKey(marc);
        leaves(marc);
        marc.button("Entrer avec une clé d’accès").click();
        assertThat(marc.page().locator(".menu__button")).isVisible();
        assertThat(marc.path()).isEqualTo("/");
        // After his password, the key stands for the code of the phone as well.
        leaves(marc);
        marc.page().getByLabel("Identifiant").fill("marc.olivet");
        marc.page().getByLabel("Mot de passe").fill("preau-demo-2024");
        marc.button("Entrer").first().click();
        marc.sees("Votre code");
        marc.look();
        marc.button("Entrer avec une clé d’accès").click();
        assertThat(marc.page().locator(".menu__button")).isVisible();
    }

    @Test
    void a_key_that_was_removed_opens_nothing(Browsers browsers) {
        var amina = browsers.phone();
        hasAFingerprintReader(amina);
        amina.signIn("amina.benali");
        addsAKey(amina);
        amina.button("Retirer mon téléphone").click();
        amina.sees("La clé d’accès est retirée");
        leaves(amina);
        amina.button("Entrer avec une clé d’accès").click();
        amina.sees("n’a pas été reconnue");
        assertThat(amina.path()).startsWith("/sign-in");
    }
}
