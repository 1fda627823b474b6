package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.agreements.SignedAgreement;
import fr.preau.journeys.Browsers.Device;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The convention of a commune, from the région's first page to the last signature. */
@Journey
class AgreementJourneyTest {
    private static final String PICTURES = "target/pages/";

    @Autowired School.SettableClock clock;
    @Autowired HikariDataSource pool;

    private static void picture(BrowserWindow window, String name) {
        window.look().fitsAt(320);
        window.photograph(PICTURES + name + ".png");
    }

    @Test
    void a_convention_is_prepared_checked_and_signed_by_both(Browsers browsers) throws Exception {
        SignedAgreement.clear(pool, 2025);
        clock.setTo(LocalDateTime.parse("2025-05-06T10:00").atZone(School.PARIS).toInstant());
        var isabelle = browsers.as(Device.DESKTOP, "isabelle.roques");
        isabelle.open("/agreement-campaigns");
        picture(isabelle, "campaigns-1440");
        isabelle.open("/debtors?q=cazouls");
        picture(isabelle, "debtors-1440");
        isabelle.link("Commune de Cazouls-lès-Béziers").click();
        isabelle.sees("Préparer une convention");
        picture(isabelle, "debtor-1440");
        isabelle.button("Préparer").click();
        isabelle.sees("Convention préparée");
        picture(isabelle, "agreement-draft-1440");
        var page = isabelle.path();
        isabelle.button("Envoyer à la commune").click();
        isabelle.sees("Convention envoyée à la commune.");

        var mireille = browsers.as(Device.PHONE, "mireille.castan");
        mireille.open("/agreements");
        picture(mireille, "agreements-town-390");
        mireille.open(page);
        picture(mireille, "agreement-sent-390");
        mireille.button("Tout est juste, le maire peut signer").tap();
        mireille.sees("C’est noté.");

        var gilles = browsers.as(Device.PHONE, "gilles.marty");
        gilles.open(page);
        picture(gilles, "agreement-to-sign-390");
        gilles.page().locator("#read").check();
        gilles.button("Signer pour la commune").tap();
        gilles.sees("Convention signée pour la commune");

        isabelle.open(page);
        isabelle.page().locator("#read").check();
        picture(isabelle, "agreement-region-1440");
        isabelle.button("Signer pour la région académique").click();
        isabelle.sees("Elle est en vigueur");
        picture(isabelle, "agreement-signed-1440");
        isabelle.open("/agreements");
        picture(isabelle, "agreements-region-1440");
    }

    @Test
    void the_pages_of_conventions_in_the_dark_and_on_a_phone(Browsers browsers) {
        var isabelle =
                browsers.window(Device.PHONE, true, ColorScheme.DARK)
                        .withSession(browsers.session("isabelle.roques"));
        for (var place :
                new String[] {
                    "/agreements",
                    "/debtors",
                    "/debtors/new?q=cazouls",
                    "/agreement-terms",
                    "/agreement-template",
                    "/agreement-campaigns"
                }) {
            isabelle.open(place);
            picture(isabelle, "dark" + place.replaceAll("[^a-z]+", "-") + "-390");
        }
        isabelle.open("/agreements");
        isabelle.page().locator("h2 a:has-text('2024-2025')").tap();
        isabelle.sees("Écoles inscrites");
        picture(isabelle, "dark-agreement-390");
    }
}
