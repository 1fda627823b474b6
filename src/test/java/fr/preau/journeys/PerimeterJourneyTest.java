package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import fr.preau.School;
import fr.preau.access.TestPhone;
import fr.preau.journeys.Browsers.Device;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the top of the tree to a school; an administration that changes hands until Friday. */
@Journey
class PerimeterJourneyTest {
    @Autowired School.SettableClock clock;

    @Test
    void odile_goes_down_to_a_school(Browsers browsers) {
        var odile = browsers.as(Device.DESKTOP, "odile.fabre").open("/tools");
        odile.link("Mes écoles").click();
        odile.look();
        odile.link("Béziers-Nord").click();
        odile.look();
        odile.page().getByLabel("Chercher une école").fill("exupery");
        assertThat(odile.page().locator("#schools")).containsText("1 école trouvée");
        odile.look();
        odile.page().locator("#schools .list-row__title a").click();
        odile.sees("3 rue des Écoles");
        odile.sees("Marc Olivet");
        odile.look().fitsAt(320);
        odile.page().locator(".way a").first().click();
        odile.sees("2 écoles");
    }

    @Test
    void marc_entrusts_his_school_to_julien_until_friday(Browsers browsers) {
        var julien = browsers.as(Device.DESKTOP, "julien.pradal").open("/");
        assertThat(julien.link("Services ouverts")).hasCount(0);

        var marc = browsers.as(Device.DESKTOP, "marc.olivet").open("/tools");
        marc.link("Délégations").click();
        marc.link("Confier une administration").click();
        marc.look().fitsAt(320);
        marc.page()
                .getByLabel("À qui")
                .selectOption(new SelectOption().setLabel(labelOf(marc, "Julien Pradal")));
        marc.page().getByLabel("Dernier jour").fill("2024-09-13");
        marc.button("Confier une administration").click();
        marc.sees("jusqu’au vendredi 13 septembre 2024");
        marc.look().fitsAt(320);

        clock.moveBy(Duration.ofSeconds(4));
        julien.page().navigate("/");
        julien.sees("Protéger votre compte");
        var said = julien.page().locator("form.sheet .field__hint").innerText();
        julien.page()
                .getByLabel("Code à 6 chiffres")
                .fill(TestPhone.code(said.replaceAll(".*: *", "").strip(), clock.instant()));
        julien.button("Continuer").click();
        clock.moveBy(Duration.ofSeconds(4));
        julien.open("/tools");
        julien.link("Services ouverts").click();
        julien.main().getByText("Mots", new Locator.GetByTextOptions().setExact(true)).click();
        julien.sees("Toute l’école");
        julien.look().fitsAt(320);
    }

    private static String labelOf(BrowserWindow window, String name) {
        return window.page().locator("#person option").allInnerTexts().stream()
                .filter(text -> text.startsWith(name))
                .findFirst()
                .orElseThrow()
                .strip();
    }
}
