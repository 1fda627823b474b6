package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A teacher writes to whom she looks for, a mother answers on her phone, a child writes. */
@Journey
class MessagesJourneyTest {
    private static final String PICTURES = "target/messages-";

    @Test
    void a_message_goes_and_its_answer_comes_back(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        helene.open("/messages");
        helene.look();
        helene.photograph(PICTURES + "empty.png");
        helene.link("Écrire un message").first().click();
        var search = helene.page().getByLabel("Chercher une personne ou un enfant");
        search.fill("Yanis");
        helene.page().locator("#found label").first().click();
        assertThat(helene.page().locator("[data-recipients-chosen]"))
                .containsText("Responsables de Yanis Benali");
        assertThat(helene.page().locator("[data-picker-sentence]"))
                .containsText("Responsables de Yanis Benali");
        helene.page().getByLabel("Objet").fill("Le cahier rouge");
        helene.page()
                .getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                .fill("Bonjour, Yanis a oublié son **cahier rouge**.");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "compose.png");
        helene.button("Envoyer à").click();
        helene.sees("Message envoyé");
        helene.look();
        helene.photograph(PICTURES + "sent.png");

        var amina = browsers.phone().signIn("amina.benali");
        amina.open("/messages");
        amina.sees("Le cahier rouge");
        amina.look();
        amina.fitsAt(320);
        amina.photograph(PICTURES + "inbox-phone.png");
        amina.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Le cahier rouge"))
                .tap();
        amina.sees("Répondre à Hélène Costa");
        amina.look();
        amina.fitsAt(320);
        amina.photograph(PICTURES + "read-phone.png");
        amina.page().locator("#reply textarea").fill("Merci, il l’aura demain.");
        amina.button("Envoyer la réponse").tap();
        amina.sees("Merci, il l’aura demain.");

        helene.open("/messages");
        helene.sees("Amina Benali");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "inbox.png");
    }

    @Test
    void a_child_writes_to_the_teacher_and_the_teacher_looks_after_the_class(Browsers browsers) {
        var tom = browsers.as(Browsers.Device.TABLET, "tom.costa");
        tom.open("/messages/new");
        tom.look();
        tom.fitsAt(320);
        tom.photograph(PICTURES + "child.png");
        var julien = browsers.as(Browsers.Device.PHONE, "julien.pradal");
        julien.open("/messages/children");
        julien.look();
        julien.fitsAt(320);
        julien.photograph(PICTURES + "children-phone.png");
        var marc = browsers.as(Browsers.Device.PHONE, "marc.olivet");
        marc.open("/messages/stops");
        marc.look();
        marc.fitsAt(320);
        marc.photograph(PICTURES + "stops-phone.png");
    }
}
