package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** One text comes from three accounts and waits; a message is reported; the director decides. */
@Journey
class VigilanceJourneyTest {
    private static final String PICTURES = "target/vigilance-";
    private static final String TEXT =
            "Demain l’école sera fermée toute la journée, ne venez surtout pas avec vos enfants.";

    private static BrowserWindow write(BrowserWindow author, String name) {
        author.open("/messages/new");
        author.page().getByLabel("Chercher une personne ou un enfant").fill(name);
        author.page().locator("#found label").first().click();
        author.page().locator("#subject").fill("Demain");
        author.page().locator("#text").fill(TEXT);
        author.button("Envoyer à").click();
        return author;
    }

    @Test
    void the_director_reads_what_waits_and_what_was_reported(Browsers browsers) {
        write(browsers.as(Browsers.Device.PHONE, "thomas.leroy"), "Olivet").sees("Message envoyé");
        write(browsers.as(Browsers.Device.PHONE, "amina.benali"), "Costa").sees("Message envoyé");
        var helene = write(browsers.as(Browsers.Device.PHONE, "helene.costa"), "Pradal");
        helene.sees("En attente d’une deuxième personne");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "author-phone.png");

        helene.open("/messages");
        helene.link("Demain").first().click();
        helene.link("Signaler").first().click();
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "report-phone.png");
        helene.page().locator("label.choice").first().click();
        helene.button("Signaler").click();
        helene.sees("Votre signalement est gardé");

        var marc = browsers.as(Browsers.Device.PHONE, "marc.olivet");
        marc.open("/vigilance");
        marc.look();
        marc.fitsAt(320);
        marc.photograph(PICTURES + "list-phone.png");
        marc.link("Demain").first().click();
        marc.sees("2 messages avec ce texte");
        marc.look();
        marc.fitsAt(320);
        marc.photograph(PICTURES + "waiting-phone.png");
        marc.open("/vigilance");
        marc.link("Menace ou danger").first().click();
        marc.look();
        marc.fitsAt(320);
        marc.photograph(PICTURES + "reported-phone.png");

        var dark =
                browsers.window(Browsers.Device.PHONE, true, ColorScheme.DARK)
                        .withSession(browsers.session("marc.olivet"));
        dark.open("/vigilance");
        dark.look();
        dark.photograph(PICTURES + "list-phone-dark.png");
        dark.link("Demain").first().click();
        dark.look();
        dark.photograph(PICTURES + "waiting-phone-dark.png");
    }
}
