package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody looks for a person; a director asks why two people may write to each other. */
@Journey
class ContactJourneyTest {
    @Test
    void amina_finds_the_teacher_of_yanis_as_she_types(Browsers browsers) {
        var amina = browsers.as(Browsers.Device.PHONE, "amina.benali").open("/tools");
        amina.link("Chercher une personne").tap();
        assertThat(amina.page().locator("h1")).hasText("Chercher une personne");
        amina.look();
        var search = amina.page().getByLabel("Nom, prénom ou classe");
        search.pressSequentially("costa");
        assertThat(amina.page().locator("#people h3")).hasText("Hélène Costa");
        amina.sees("Enseigne en CP A · classe de Yanis");
        assertThat(amina.page().locator("#people")).not().containsText("Tom");
        assertThat(search).isFocused();
        assertThat(amina.page().getByRole(com.microsoft.playwright.options.AriaRole.STATUS).last())
                .hasText("1 personne");
        amina.look().fitsAt(320);
    }

    @Test
    void marc_tries_a_rule_then_asks_why(Browsers browsers) {
        var marc = browsers.desktop().signIn("marc.olivet").open("/contact");
        marc.fitsAt(320);
        marc.link("Responsables vers Enseignants").first().click();
        marc.link("CP A").click();
        marc.page().getByLabel("Tous ceux de l’école").check();
        marc.button("Voir ce que cela change").click();
        marc.sees("responsables de CP A pourront écrire à");
        marc.look().fitsAt(320);
        marc.button("Enregistrer cette règle").click();
        marc.sees("La règle est enregistrée.");
        marc.look();

        marc.link("Pourquoi peut-il écrire").click();
        marc.page().getByLabel("La première personne").fill("amina");
        marc.page().getByLabel("La seconde personne").fill("pradal");
        marc.button("Chercher la réponse").click();
        marc.look();
        marc.page().getByLabel("Amina Benali").check();
        marc.page().getByLabel("Julien Pradal").check();
        marc.button("Chercher la réponse").click();
        marc.sees("Amina Benali peut écrire à Julien Pradal");
        marc.sees("Règle de CP A.");
        marc.look().fitsAt(320);
    }
}
