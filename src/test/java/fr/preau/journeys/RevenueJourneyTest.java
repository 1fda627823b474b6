package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.revenue.Desk;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The région sends a request, notes its number and half of what is due; the town hall reads it. */
@Journey
class RevenueJourneyTest {
    private static final String PICTURES = "target/revenue-";

    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;
    @Autowired TestDoor door;

    private static void show(BrowserWindow window, String name) {
        window.look();
        window.fitsAt(320);
        window.photograph(PICTURES + name + ".png");
    }

    @Test
    void a_request_becomes_a_titre_that_the_town_hall_reads(Browsers browsers) throws Exception {
        var elsewhere = visitors.stranger();
        elsewhere.cookie("preau", door.enter("isabelle.roques"));
        var desk = new Desk(elsewhere, pool);
        var path = desk.prepared();
        var isabelle = browsers.as(Browsers.Device.DESKTOP, "isabelle.roques");
        isabelle.open("/revenue-orders?year=2024");
        show(isabelle, "list-lacking");
        isabelle.open("/revenue-orders/terms");
        isabelle.main().locator("summary").first().click();
        show(isabelle, "terms");
        desk.officer();
        isabelle.open(path);
        show(isabelle, "prepared");
        isabelle.button("Envoyer cette demande").click();
        isabelle.sees("La demande est partie.");
        isabelle.page()
                .locator(
                        "summary",
                        new com.microsoft.playwright.Page.LocatorOptions()
                                .setHasText("Le titre est émis"))
                .click();
        isabelle.page().locator("#ISSUE-number").fill("4021");
        isabelle.button("Noter le numéro").click();
        isabelle.sees("Le numéro est noté.");
        isabelle.page()
                .locator(
                        "summary",
                        new com.microsoft.playwright.Page.LocatorOptions()
                                .setHasText("Un paiement"))
                .click();
        isabelle.page().locator("#PAYMENT-amount").fill("100");
        isabelle.button("Noter le paiement").click();
        isabelle.sees("feraient 10");
        show(isabelle, "too-much");
        isabelle.page().locator("#PAYMENT-amount").fill("45");
        isabelle.button("Noter le paiement").click();
        isabelle.sees("Payé en partie");
        show(isabelle, "order");

        isabelle.open("/revenue-imports");
        isabelle.page()
                .locator("#file")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                "reponses.csv",
                                "text/csv",
                                "Numéro du titre;Référence;Date d’émission;Montant payé;Date de paiement\n4021;TP-2024-000001;10/09/2024;90,00;10/09/2024\n4022;TP-2024-000777;10/09/2024;45,00;10/09/2024\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        isabelle.button("Lire le fichier").click();
        isabelle.sees("gardées à part");
        show(isabelle, "import");

        var phone = browsers.as(Browsers.Device.PHONE, "isabelle.roques");
        phone.open("/revenue-orders?year=2024");
        show(phone, "list-phone");
        phone.open("/revenue-imports");
        phone.link("reponses.csv").click();
        show(phone, "import-phone");
        phone.open(path);
        show(phone, "order-phone");

        var mireille = browsers.as(Browsers.Device.PHONE, "mireille.castan");
        mireille.open("/revenue-orders");
        show(mireille, "town-list-phone");
        mireille.link("Commune de Cazouls").click();
        show(mireille, "town-phone");
        var dark =
                browsers.window(Browsers.Device.DESKTOP, true, ColorScheme.DARK)
                        .withSession(browsers.session("isabelle.roques"));
        dark.open("/revenue-orders?year=2024");
        show(dark, "list-dark");
        dark.open(path);
        show(dark, "order-dark");
    }
}
