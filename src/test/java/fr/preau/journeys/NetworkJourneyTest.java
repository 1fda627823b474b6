package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.preau.journeys.Browsers.Device;
import fr.preau.web.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The line of a school: tested in a class, declared by the town, printed for the mayor. */
@Journey
class NetworkJourneyTest {
    private static final String PICTURES = "target/network-";

    @Test
    void from_the_class_to_the_town_hall(Browsers browsers) throws IOException {
        var helene = browsers.as(Device.PHONE, "helene.costa", Profile.TEACHER);
        helene.open("/tools");
        helene.link("Réseau des écoles").click();
        helene.sees("Pas de fiche pour 2024-2025");
        helene.look();
        helene.link("Tester la connexion").click();
        helene.sees("Où êtes-vous");
        helene.page().locator("#room").fill("CP A");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "test-phone.png");
        helene.button("Tester la connexion").click();
        helene.sees("Le résultat est enregistré.");
        helene.sees("Une vidéo passe sans s’arrêter.");
        helene.look();
        helene.fitsAt(320);
        helene.photograph(PICTURES + "tested-phone.png");

        var mireille = browsers.as(Device.DESKTOP, "mireille.castan");
        mireille.open("/network");
        mireille.photograph(PICTURES + "list-desktop.png");
        mireille.main().getByText("St Exupéry").click();
        mireille.sees("Faire la fiche");
        mireille.look();
        mireille.photograph(PICTURES + "declare-desktop.png");
        mireille.page().getByLabel("Tablettes et ordinateurs").fill("30");
        mireille.page().getByLabel("Technique").selectOption("DSL");
        mireille.page().getByLabel("Débit pour recevoir").fill("12");
        mireille.page().getByLabel("Débit pour envoyer").fill("1");
        mireille.button("Enregistrer et calculer").click();
        mireille.sees("Il manque");
        mireille.look();
        mireille.fitsAt(320);
        mireille.photograph(PICTURES + "sheet-desktop.png");
        var sheet = mireille.path();
        Files.write(
                Path.of(PICTURES + "sheet.pdf"),
                mireille.context().request().get(sheet + "/2024/sheet.pdf").body());
        mireille.open("/network");
        mireille.sees("Ligne trop faible");

        var dark =
                browsers.window(Device.PHONE, true, ColorScheme.DARK)
                        .withSession(browsers.session("mireille.castan"));
        dark.open(sheet);
        dark.fitsAt(320);
        dark.photograph(PICTURES + "sheet-phone-dark.png");
        dark.open("/network");
        dark.photograph(PICTURES + "list-phone-dark.png");

        var isabelle = browsers.as(Device.DESKTOP, "isabelle.roques");
        isabelle.open("/network");
        isabelle.link("Formule de l’année").click();
        isabelle.sees("Une version ne se corrige jamais");
        isabelle.look();
        isabelle.fitsAt(320);
        isabelle.photograph(PICTURES + "formula-desktop.png");
    }

    @Test
    void without_script_the_class_is_told_what_is_needed(Browsers browsers) {
        var marc =
                browsers.withoutScript(Device.PHONE).withSession(browsers.session("marc.olivet"));
        marc.page().navigate("/network");
        marc.page().navigate(marc.path() + "/test");
        assertThat(marc.page().locator(".banner--wait")).isVisible();
        marc.photograph(PICTURES + "without-script.png");
    }
}
