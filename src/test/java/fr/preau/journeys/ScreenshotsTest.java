package fr.preau.journeys;

import fr.preau.journeys.Browsers.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The pictures of the README, taken again with {@code -Dscreenshots=true}. */
@Journey
class ScreenshotsTest {
    private static final String FOLDER = "docs/screenshots/";

    @Test
    @EnabledIfSystemProperty(named = "preau.screenshots", matches = "true")
    void for_the_readme(Browsers browsers) {
        var stranger = browsers.desktop();
        stranger.open("/sign-in").photographScreen(FOLDER + "sign-in-1440.png");
        var helene = browsers.desktop().signIn("helene.costa");
        helene.open("/").photographScreen(FOLDER + "home-teacher-1440.png");
        helene.open("/liaison/new").photographScreen(FOLDER + "compose-1440.png");
        var note = SigningTest.write(helene, "Sortie au musée", "Chaque responsable signe");

        var amina = browsers.as(Device.PHONE, "amina.benali");
        amina.open("/").photographScreen(FOLDER + "home-guardian-390.png");
        amina.open(note).photographScreen(FOLDER + "note-390.png");
        amina.page().locator("form[action='" + note + "/signature'] .btn--primary").first().tap();
        amina.sees("Signé");

        helene.open(note).photographScreen(FOLDER + "follow-up-1440.png");
        browsers.as(Device.DESKTOP, "marc.olivet")
                .open("/quality")
                .photographScreen(FOLDER + "quality-1440.png");
        browsers.as(Device.DESKTOP, "isabelle.roques")
                .open("/deliveries/1")
                .photographScreen(FOLDER + "delivery-1440.png");
        browsers.as(Device.PHONE, "jade.leroy")
                .open("/calendar")
                .photographScreen(FOLDER + "days-of-school-390.png");
        browsers.phone()
                .open("/cards/carte-de-ines-benali-demo")
                .photographScreen(FOLDER + "pictures-390.png");
    }
}
