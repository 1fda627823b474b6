package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.preau.journeys.Browsers.Device;
import org.junit.jupiter.api.Test;

/** An adult looks after their own account, on a phone and at a desk. */
@Journey
class AccountJourneyTest {
    @Test
    void amina_changes_her_password_on_her_phone(Browsers browsers) {
        var amina = browsers.as(Device.PHONE, "amina.benali").open("/security");
        amina.look().fitsAt(320);
        amina.link("Changer de mot de passe").click();
        amina.look().fitsAt(320);
        amina.page().locator("#password").fill("court");
        amina.page().locator("form.form .btn--primary").click();
        amina.sees("trop court");
        amina.look();
        amina.page().locator("#password").fill("quatre lampes sous un nuage");
        amina.page().locator("form.form .btn--primary").click();
        amina.sees("Votre mot de passe est changé");
        amina.open("/security/phone").look().fitsAt(320);
    }

    @Test
    void julien_joins_his_two_accounts(Browsers browsers) {
        var julien = browsers.as(Device.DESKTOP, "julien.pradal").open("/security");
        julien.look();
        julien.link("Relier un autre compte").click();
        julien.look().fitsAt(320);
        julien.page().locator("#login").fill("thomas.leroy");
        julien.page().locator("#password").fill("preau-demo-2024");
        julien.button("C’est mon compte").click();
        julien.sees("Thomas Leroy");
        julien.look().fitsAt(320);
        julien.button("Réunir les deux comptes").click();
        julien.sees("n’en font plus qu’un");
        julien.page().locator(".menu__button").click();
        assertThat(julien.page().locator("form[action='/hat'] button")).hasCount(2);
    }

    @Test
    void marc_reads_who_entered_and_patrick_where(Browsers browsers) {
        browsers.desktop().signIn("julien.pradal");
        var marc = browsers.as(Device.DESKTOP, "marc.olivet").open("/sign-ins");
        marc.sees("Julien Pradal");
        marc.look().fitsAt(320);
        marc.link("Familles").click();
        marc.sees("Personne n’est entré ce jour-là");
        var patrick = browsers.as(Device.PHONE, "patrick.mazel").open("/sign-ins");
        patrick.look().fitsAt(320);
        patrick.page().locator(".list-row__title a").first().click();
        patrick.look().fitsAt(320);
    }

    @Test
    void whoever_has_forgotten_reads_their_mail(Browsers browsers) {
        var somebody = browsers.phone().open("/sign-in?who=FAMILY");
        somebody.link("Identifiant ou mot de passe oublié").click();
        somebody.look().fitsAt(320);
        somebody.page().locator("#email").fill("personne@example.fr");
        somebody.button("Recevoir un message").click();
        somebody.sees("Si cette adresse est celle d’un compte");
        somebody.look().fitsAt(320);
        somebody.open("/demo/mail").look().fitsAt(320);
    }
}
