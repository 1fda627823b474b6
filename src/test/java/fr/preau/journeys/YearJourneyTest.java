package fr.preau.journeys;

import fr.preau.School;
import fr.preau.journeys.Browsers.Device;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Marc rehearses the new year, shows it, applies it and goes back. */
@Journey
class YearJourneyTest {
    @Autowired School.SettableClock clock;

    @BeforeEach
    void in_july_2025() {
        clock.setTo(LocalDateTime.of(2025, 7, 5, 9, 0).atZone(School.PARIS).toInstant());
    }

    @Test
    void marc_rehearses_applies_and_goes_back(Browsers browsers) {
        var marc = browsers.as(Device.DESKTOP, "marc.olivet").open("/tools");
        marc.link("Changer d’année").click();
        marc.look();
        marc.button("Préparer 2025-2026").click();
        marc.sees("Ce qui reste à faire pour 2025-2026");
        marc.look().fitsAt(320);
        Pictures.of(marc, "rehearsal");

        marc.link("CE1-CE2 (36)").click();
        marc.page().getByLabel("Yanis Benali").check();
        marc.page().getByLabel("Classe de la rentrée").selectOption("CP A");
        marc.page().getByLabel("Niveau de la rentrée").selectOption("CP");
        marc.button("Déplacer les élèves cochés").click();
        marc.sees("Les élèves sont déplacés.");
        marc.sees("CP A (1)");
        marc.look();

        marc.page()
                .locator("#classes")
                .getByText(
                        "CP A",
                        new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        marc.look().fitsAt(320);
        Pictures.of(marc, "class");
        marc.page().getByLabel("Nom de la classe").fill("CP bleu");
        marc.button("Garder cette classe").click();
        marc.sees("CP bleu");

        marc.page().getByLabel("L’équipe et les familles").check();
        marc.button("Garder ce choix").click();
        marc.sees("voient la répétition");
        marc.open("/year/preview");
        marc.fitsAt(320);
        Pictures.of(marc, "preview-director");

        var amina = browsers.as(Device.PHONE, "amina.benali").open("/");
        Pictures.of(amina, "home-guardian");
        amina.page().locator("a[href='/year/preview']").tap();
        amina.sees("À la rentrée 2025, Yanis sera en CP, classe CP bleu, avec Hélène Costa.");
        amina.look().fitsAt(320);
        Pictures.of(amina, "preview-guardian");
        var yanis = browsers.as(Device.TABLET, "yanis.benali").open("/");
        Pictures.of(yanis, "home-pupil");
        yanis.open("/year/preview").fitsAt(320);
        Pictures.of(yanis, "preview-pupil");

        marc.open("/year");
        marc.link("Passer à 2025-2026").click();
        marc.sees("3 classes archivées");
        marc.look().fitsAt(320);
        Pictures.of(marc, "confirm");
        marc.button("Appliquer 2025-2026").click();
        marc.sees("La nouvelle année est en place.");
        marc.look().fitsAt(320);
        Pictures.of(marc, "applied");
        amina.open("/").sees("CP bleu");
        amina.link("Relire L’année 2024-2025 est finie. Elle reste lisible.").tap();
        amina.sees("CP A");
        amina.look().fitsAt(320);
        Pictures.of(amina, "past-guardian");
        marc.link("Relire 2024-2025").click();
        marc.look().fitsAt(320);
        Pictures.of(marc, "past-director");

        marc.open("/year");
        marc.link("Revenir en 2024-2025").click();
        marc.sees("Rien n’a changé depuis.");
        marc.look().fitsAt(320);
        Pictures.of(marc, "undo");
        marc.button("Revenir en 2024-2025").click();
        marc.sees("L’année d’avant est revenue.");
        marc.look();
        Pictures.of(marc, "undone");
        amina.open("/").sees("CP A");
    }

    @Test
    void without_javascript_the_whole_change_is_made(Browsers browsers) {
        var marc =
                browsers.withoutScript(Device.PHONE).withSession(browsers.session("marc.olivet"));
        marc.page().navigate("/year");
        marc.button("Préparer 2025-2026").tap();
        Pictures.of(marc, "rehearsal-phone");
        marc.link("Passer à 2025-2026").tap();
        marc.button("Appliquer 2025-2026").tap();
        marc.sees("2025-2026 est en place");
        Pictures.of(marc, "applied-phone");
        marc.link("Revenir en 2024-2025").tap();
        marc.button("Revenir en 2024-2025").tap();
        marc.sees("La rentrée 2025-2026");
    }

    @Test
    void ines_hears_where_she_will_be(Browsers browsers) {
        var nadia = browsers.as(Device.DESKTOP, "nadia.ferrand").open("/year");
        nadia.button("Préparer 2025-2026").click();
        nadia.page().getByLabel("L’équipe et les familles").check();
        nadia.button("Garder ce choix").click();
        var ines = browsers.as(Device.TABLET, "ines.benali").open("/");
        Pictures.of(ines, "home-maternelle");
        ines.page().locator("a[href='/year/preview']").tap();
        ines.sees("tu seras en grande section, classe Lucioles, avec Nadia Ferrand");
        ines.look().fitsAt(320);
        Pictures.of(ines, "preview-maternelle");
    }

    /** Kept only when somebody wants to look. */
    private static final class Pictures {
        static void of(BrowserWindow window, String name) {
            var folder = System.getProperty("preau.pictures", System.getenv("PREAU_PICTURES"));
            if (folder != null) window.photograph(folder + "/" + name + ".png");
        }
    }
}
