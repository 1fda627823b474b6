package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.access.TestDoor;
import fr.preau.agreements.SignedAgreement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The région holds something against the commune; the mayor reads it without a lawyer. */
@Journey
class DisputeJourneyTest {
    private static final String PICTURES = "target/dispute-";

    @Autowired School.SettableClock clock;
    @Autowired HikariDataSource pool;
    @Autowired TestDoor door;

    private void on(String day) {
        clock.setTo(LocalDate.parse(day).atTime(9, 0).atZone(School.PARIS).toInstant());
    }

    private static void photograph(BrowserWindow window, String name) {
        window.look();
        window.fitsAt(320);
        window.photograph(PICTURES + name + ".png");
    }

    /** Somebody of the cast who has just come in, on this day. */
    private BrowserWindow as(Browsers browsers, Browsers.Device device, String login) {
        return browsers.window(device).withSession(door.enter(login));
    }

    private static BrowserWindow act(BrowserWindow window, String button) {
        window.link(button).click();
        window.sees("La procédure");
        return window;
    }

    @Test
    void from_griefs_to_an_agreement_and_to_a_termination(Browsers browsers)
            throws SQLException, java.io.IOException {
        var agreement = SignedAgreement.insert(pool, 2024, LocalDate.of(2024, 6, 26));
        on("2025-03-21");
        var isabelle = as(browsers, Browsers.Device.DESKTOP, "isabelle.roques");
        isabelle.open("/disputes/new?agreement=" + agreement);
        photograph(isabelle, "new-desktop");
        isabelle.page()
                .locator("#words")
                .fill(
                        "Le titre de perception de 90 €, émis le 15 novembre 2024, n’est pas réglé.\nDeux relances, du 10 janvier et du 20 février 2025, sont restées sans réponse.");
        isabelle.button("Ouvrir la procédure").click();
        isabelle.sees("La procédure est ouverte");
        photograph(isabelle, "opened-desktop");
        var dispute = isabelle.path();

        act(isabelle, "Noter l’envoi de la première lettre");
        photograph(isabelle, "letter-desktop");
        isabelle.button("Noter l’envoi").click();
        isabelle.sees("Donnez le numéro du recommandé");
        photograph(isabelle, "letter-refused-desktop");
        isabelle.page().locator("#number").fill("2C 123 456 7890 1");
        isabelle.button("Noter l’envoi").click();
        isabelle.sees("Temps de la conciliation");
        var receipt = Path.of("target/avis.pdf");
        Files.writeString(receipt, "%PDF-1.7\n%%EOF\n");
        isabelle.page().locator("#kind").selectOption("RECEIPT");
        isabelle.page().locator("#file").setInputFiles(receipt);
        isabelle.button("Déposer la pièce").click();
        isabelle.sees("La pièce est déposée");

        on("2025-04-01");
        var gilles = as(browsers, Browsers.Device.PHONE, "gilles.marty");
        gilles.open("/disputes");
        photograph(gilles, "list-phone");
        gilles.link("Commune de Cazouls").click();
        gilles.sees("Lundi de Pâques");
        photograph(gilles, "page-phone");
        act(gilles, "Proposer une conciliation");
        photograph(gilles, "propose-phone");
        gilles.page().locator("#meets").fill("2025-04-10");
        gilles.page().locator("#words").fill("À la mairie, à 14 h.");
        gilles.button("Proposer une conciliation").click();
        gilles.sees("Rencontre proposée");

        on("2025-04-11");
        var mireille = as(browsers, Browsers.Device.DESKTOP, "mireille.castan");
        mireille.open(dispute);
        act(mireille, "Noter la conciliation tenue");
        mireille.page().locator("#words").fill("Les deux parties gardent leur position.");
        mireille.button("Noter la conciliation tenue").click();
        mireille.sees("Conciliation tenue");
        act(mireille, "Noter l’échec de la conciliation");
        mireille.button("Noter l’échec").click();
        mireille.sees("Conciliation échouée");

        isabelle = as(browsers, Browsers.Device.DESKTOP, "isabelle.roques");
        isabelle.open(dispute);
        act(isabelle, "Écrire les motifs");
        isabelle.page().locator("#words").fill("Le titre de perception reste impayé.");
        isabelle.button("Écrire les motifs").click();
        isabelle.sees("Seconde lettre à envoyer");
        act(isabelle, "Noter l’envoi de la seconde lettre");
        isabelle.page().locator("#number").fill("2C 123 456 7891 8");
        photograph(isabelle, "second-desktop");
        isabelle.button("Noter l’envoi").click();
        isabelle.sees("Résiliation annoncée");
        photograph(isabelle, "page-desktop");
        isabelle.link("Retirer, saisi par erreur").first().click();
        isabelle.sees("Quelle est l’erreur");
        photograph(isabelle, "mistake-desktop");

        gilles = as(browsers, Browsers.Device.PHONE, "gilles.marty");
        gilles.open(dispute);
        photograph(gilles, "notice-phone");
        act(gilles, "Proposer un accord amiable");
        gilles.page().locator("#words").fill("La commune règle les 90 € avant le 30 avril.");
        gilles.button("Proposer un accord").click();
        gilles.sees("Accord amiable proposé");
        isabelle.open(dispute);
        act(isabelle, "Accepter l’accord proposé");
        photograph(isabelle, "accept-desktop");
        isabelle.button("Accepter l’accord").click();
        isabelle.sees("Les deux parties se sont mises d’accord");

        for (var device : new Browsers.Device[] {Browsers.Device.PHONE, Browsers.Device.DESKTOP}) {
            var dark =
                    browsers.window(device, true, ColorScheme.DARK)
                            .withSession(door.enter("mireille.castan"));
            dark.open(dispute);
            photograph(dark, "agreed-dark-" + device);
        }
    }
}
