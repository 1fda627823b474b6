package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.journeys.Browsers.Device;
import org.junit.jupiter.api.Test;

/** A mother writes to the class from her phone; the teacher answers in one tap, then pauses. */
@Journey
class FamilyNotesJourneyTest {
    private static final String PICTURES = "target/family-";

    @Test
    void a_mother_says_who_comes_and_reads_the_answer(Browsers browsers) {
        var amina = browsers.as(Device.PHONE, "amina.benali");
        amina.open("/");
        amina.photograph(PICTURES + "home-390.png");
        amina.page().getByText("Une question, un rendez-vous, un changement de sortie").tap();
        amina.page()
                .locator(".filters")
                .getByText("Yanis", new com.microsoft.playwright.Locator.GetByTextOptions())
                .tap();
        amina.sees("Un mot à la classe de Yanis");
        assertThat(amina.page().locator("#who")).isHidden();
        amina.page().getByLabel("Changement de sortie").check();
        assertThat(amina.page().locator("#who")).isVisible();
        amina.page().locator("#who").fill("Nadia Benali, sa tante");
        amina.page().locator("#at").fill("15:45");
        amina.page().locator("#text").fill("Elle a sa carte d’identité.");
        amina.look();
        amina.fitsAt(320);
        amina.photograph(PICTURES + "write-390.png");
        amina.button("Envoyer le mot").tap();
        amina.sees("Mot envoyé.");
        amina.look();
        amina.fitsAt(320);
        amina.photograph(PICTURES + "sent-390.png");

        for (var device : new Device[] {Device.PHONE, Device.DESKTOP}) {
            var helene = browsers.as(device, "helene.costa");
            helene.open("/");
            helene.sees("Yanis, sortie d’aujourd’hui à 15 h 45 : Nadia Benali, sa tante");
            helene.open("/liaison/family-notes");
            helene.sees("avec Nadia Benali, sa tante");
            helene.fitsAt(320);
            helene.photograph(PICTURES + "received-" + device + ".png");
        }
        var helene = browsers.as(Device.PHONE, "helene.costa");
        helene.open("/liaison/family-notes");
        helene.button("D’accord").tap();
        helene.sees("Réponse envoyée.");
        helene.look();
        helene.photograph(PICTURES + "answered-390.png");
        helene.page().locator(".list-row__title a").first().tap();
        helene.sees("Répondre autrement");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "note-390.png");

        amina.open("/liaison/family-notes");
        amina.sees("D’accord, Hélène Costa");
        amina.fitsAt(320);
        amina.photograph(PICTURES + "mine-390.png");
        amina.open("/liaison");
        amina.fitsAt(320);
        amina.photograph(PICTURES + "liaison-390.png");
    }

    @Test
    void a_mother_takes_a_note_back_and_the_school_sees_that_she_did(Browsers browsers) {
        var amina = browsers.as(Device.PHONE, "amina.benali");
        amina.open("/liaison/family-notes/new");
        amina.page().locator(".filters").getByText("Yanis").tap();
        amina.page().getByLabel("Changement de sortie").check();
        amina.page().locator("#who").fill("Nadia Benali, sa tante");
        amina.button("Envoyer le mot").tap();
        amina.sees("Reprendre ce mot");
        amina.look();
        amina.fitsAt(320);
        amina.photograph(PICTURES + "recall-390.png");
        amina.button("Reprendre ce mot").tap();
        amina.sees("Vous avez repris ce mot");
        amina.look();
        amina.fitsAt(320);
        amina.photograph(PICTURES + "recalled-390.png");
        var helene = browsers.as(Device.PHONE, "helene.costa");
        helene.open("/liaison/family-notes");
        helene.sees("Demande reprise par la famille");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "recalled-list-390.png");
        helene.page().locator(".list-row__title a").first().tap();
        helene.sees("Elle n’attend pas de réponse");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "recalled-school-390.png");
        helene.open("/notifications?service=town");
        helene.sees("Conventions et mairie");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "feed-town-390.png");
    }

    @Test
    void a_teacher_pauses_a_class_and_families_know_until_when(Browsers browsers) {
        var helene = browsers.as(Device.PHONE, "helene.costa");
        helene.open("/liaison/family-notes/pauses");
        helene.page().getByLabel("Je reprends la lecture le").fill("2024-09-16");
        helene.page()
                .getByLabel("Une phrase pour les familles")
                .fill("Nous sommes en classe de découverte, à lundi.");
        helene.button("Mettre CP A en pause").tap();
        helene.sees("Les familles savent quand vous reprenez.");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "pauses-390.png");
        for (var device : new Device[] {Device.PHONE, Device.DESKTOP}) {
            var amina = browsers.as(device, "amina.benali");
            amina.open("/liaison/family-notes/new");
            amina.page().locator(".filters").getByText("Yanis").click();
            amina.sees("L’enseignant reprend la lecture le lundi 16 septembre.");
            amina.page().getByLabel("Une question").check();
            amina.page().locator("#text").fill("Une question pendant la pause.");
            amina.button("Envoyer le mot").click();
            assertThat(amina.page().locator("#kind-error")).isVisible();
            assertThat(amina.page().getByLabel("Votre mot", new Page.GetByLabelOptions()))
                    .hasValue("Une question pendant la pause.");
            amina.look();
            amina.fitsAt(320);
            amina.photograph(PICTURES + "paused-" + device + ".png");
            amina.page()
                    .emulateMedia(
                            new Page.EmulateMediaOptions()
                                    .setColorScheme(
                                            com.microsoft.playwright.options.ColorScheme.DARK));
            amina.photograph(PICTURES + "paused-dark-" + device + ".png");
        }
    }
}
