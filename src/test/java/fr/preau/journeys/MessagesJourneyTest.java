package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
        assertThat(amina.page().locator(".message--mine")).isFocused();
        assertThat(amina.page().locator(".message--mine")).isInViewport();

        helene.open("/messages");
        helene.sees("Amina Benali");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "inbox.png");
    }

    @Test
    void on_a_phone_acts_come_with_the_first_tick_and_are_undone(Browsers browsers) {
        var helene = browsers.phone().signIn("helene.costa");
        write(helene, "Sortie au théâtre", "Prévoir :\n\n- un **pique-nique**\n- une veste");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "followed-phone.png");
        var amina = browsers.phone().signIn("amina.benali");
        amina.open("/messages");
        amina.sees("Prévoir : un pique-nique, une veste");
        assertThat(amina.button("Jeter")).isHidden();
        amina.page().locator("input[name=message]").first().check();
        assertThat(amina.button("Jeter")).isVisible();
        amina.look();
        amina.fitsAt(320);
        amina.photograph(PICTURES + "ticked-phone.png");
        amina.button("Jeter").tap();
        amina.sees("1 message dans la corbeille.");
        amina.look();
        amina.photograph(PICTURES + "thrown-phone.png");
        amina.button("Annuler").tap();
        amina.sees("Sortie au théâtre");

        helene.page().locator("summary").filter(holding("Retirer ce message")).tap();
        helene.sees("personnes ne le liront plus");
        helene.look();
        helene.photograph(PICTURES + "withdrawing-phone.png");
        helene.button("Retirer").tap();
        helene.sees("Vous avez retiré ce message");
        helene.look();
        helene.photograph(PICTURES + "withdrawn-phone.png");
        amina.open("/messages");
        amina.sees("Retiré par son auteur");
        amina.photograph(PICTURES + "gone-phone.png");
        amina.open("/messages/new");
        amina.sees("Lucie Barthès, la classe d’Inès");
        amina.fitsAt(320);
        amina.photograph(PICTURES + "compose-guardian-phone.png");
    }

    private static void write(BrowserWindow author, String subject, String text) {
        author.open("/messages/new");
        author.page().locator("label.choice").filter(holding("Familles de CP A")).tap();
        author.page().getByLabel("Objet").fill(subject);
        author.page().getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill(text);
        author.button("Envoyer à").tap();
        author.sees("Message envoyé");
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
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
