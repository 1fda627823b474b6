package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.School;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing at night, choosing what one receives, and a bell that rings by itself. */
@Journey
class QuietJourneyTest {
    private static final String PICTURES = "target/";

    @Autowired School.SettableClock clock;

    private void at(String local) {
        clock.setTo(LocalDateTime.parse(local).atZone(School.PARIS).toInstant());
    }

    @Test
    void a_director_writes_at_night_and_lets_through_what_cannot_wait(Browsers browsers) {
        at("2024-09-13T21:00");
        for (var device : new Browsers.Device[] {Browsers.Device.PHONE, Browsers.Device.DESKTOP}) {
            var marc = browsers.as(device, "marc.olivet");
            marc.open("/liaison/new");
            marc.sees("les familles seront prévenues lundi 16 septembre à 7 h 00");
            marc.fitsAt(320);
            marc.photograph(PICTURES + "quiet-compose-" + device + ".png");
            marc.open("/quiet");
            marc.fitsAt(320);
            marc.photograph(PICTURES + "quiet-hours-" + device + ".png");
        }
        var marc = browsers.as(Browsers.Device.PHONE, "marc.olivet");
        marc.open("/liaison/new");
        marc.page().getByLabel("C’est urgent").check();
        marc.page().locator("form.form .btn--primary").last().tap();
        marc.sees("Choisissez au moins un groupe");
        marc.look();
    }

    @Test
    void by_day_too_a_director_says_that_it_is_urgent_and_families_see_it_first(Browsers browsers) {
        for (var device : new Browsers.Device[] {Browsers.Device.PHONE, Browsers.Device.DESKTOP}) {
            var marc = browsers.as(device, "marc.olivet");
            marc.open("/liaison/new");
            assertThat(marc.page().locator("input[name=urgent]")).isHidden();
            marc.page().getByText("C’est urgent ?").click();
            marc.page().getByLabel("C’est urgent : prévenir tout de suite").check();
            marc.page().getByLabel("Pourquoi cela ne peut pas attendre").fill("Plus d’eau");
            marc.page().getByLabel("Familles de CM1-CM2").check();
            marc.page().locator("#title").fill("L’école ferme à midi");
            marc.page().locator("#text").fill("Venez chercher vos enfants avant midi.");
            marc.fitsAt(320);
            marc.photograph(PICTURES + "quiet-urgent-" + device + ".png");
            marc.page().locator("form.form .btn--primary").last().click();
            marc.sees("Mot envoyé");
        }
        for (var device : new Browsers.Device[] {Browsers.Device.PHONE, Browsers.Device.DESKTOP}) {
            var thomas = browsers.as(device, "thomas.leroy");
            for (var path : new String[] {"/", "/liaison"}) {
                thomas.open(path);
                thomas.sees("Urgent");
                thomas.fitsAt(320);
                thomas.photograph(
                        PICTURES + "quiet-told-" + device + path.replace('/', '-') + ".png");
            }
            thomas.page().getByText("L’école ferme à midi").first().click();
            thomas.sees("Venez chercher vos enfants");
            thomas.look().fitsAt(320);
            thomas.photograph(PICTURES + "quiet-told-" + device + "-note.png");
        }
    }

    @Test
    void an_adult_gives_an_address_and_chooses_without_any_script(Browsers browsers) {
        var amina = browsers.withoutScript(Browsers.Device.PHONE).signIn("amina.benali");
        amina.page().navigate("/notifications/preferences");
        amina.page().locator("#email").fill("amina@example.fr");
        amina.button("Recevoir un code").tap();
        amina.sees("Un code est parti à cette adresse.");
        amina.page().locator("select[name=NOTES]").selectOption("NEVER");
        amina.button("Enregistrer mes choix").tap();
        amina.sees("Vos choix sont enregistrés.");
        for (var device : new Browsers.Device[] {Browsers.Device.PHONE, Browsers.Device.DESKTOP}) {
            var window = browsers.as(device, "amina.benali");
            window.open("/notifications/preferences");
            window.fitsAt(320);
            window.photograph(PICTURES + "quiet-preferences-" + device + ".png");
        }
    }

    @Test
    void the_bell_counts_by_itself_and_says_so_politely(Browsers browsers) {
        var amina = browsers.as(Browsers.Device.PHONE, "amina.benali");
        amina.open("/comfort");
        var count = amina.page().locator(".topbar__bell .count");
        amina.page()
                .waitForRequest(request -> request.url().endsWith("/notifications/live"), () -> {});
        var before = count.count() == 0 ? 0 : Integer.parseInt(count.textContent());
        var helene = browsers.as(Browsers.Device.DESKTOP, "helene.costa");
        SigningTest.write(helene, "Pendant que vous lisez", "Une signature suffit");
        assertThat(count).hasText(Integer.toString(before + 1));
        assertThat(
                        amina.page()
                                .locator(
                                        "p[role=status]",
                                        new Page.LocatorOptions().setHasText("nouvelle")))
                .hasCount(1);
        amina.look();
    }
}
