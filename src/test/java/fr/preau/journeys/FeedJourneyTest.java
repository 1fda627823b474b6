package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import fr.preau.School;
import fr.preau.journeys.Browsers.Device;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A mother follows what happens, puts a line aside and takes it back; a child has news at school.
 */
@Journey
class FeedJourneyTest {
    private static final String PICTURES = "target/feed-";

    @Autowired School.SettableClock clock;

    @Test
    void a_mother_puts_a_line_aside_and_takes_it_back(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        helene.open("/messages/new");
        helene.page().getByLabel("Chercher une personne ou un enfant").fill("Yanis");
        helene.page().locator("#found label").first().click();
        helene.page().getByLabel("Objet").fill("Le cahier rouge");
        helene.page().locator("textarea[name=text]").fill("Bonjour, il a oublié son cahier.");
        helene.button("Envoyer à").click();
        helene.sees("Message envoyé");
        for (var device : new Device[] {Device.PHONE, Device.DESKTOP}) {
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                var window = browsers.window(device, true, scheme).signIn("amina.benali");
                window.open("/notifications");
                window.sees("Le cahier rouge");
                window.look();
                window.fitsAt(320);
                window.photograph(PICTURES + device + "-" + scheme + ".png");
            }
        }
        var amina = browsers.as(Device.PHONE, "amina.benali");
        amina.open("/notifications?service=messages");
        amina.page().getByLabel("Masquer Nouveau message").first().tap();
        amina.sees("Ligne masquée.");
        amina.look();
        amina.photograph(PICTURES + "hidden-390.png");
        amina.button("Annuler").tap();
        amina.sees("La ligne est revenue.");
        amina.sees("Le cahier rouge");
        amina.page().getByLabel("Masquer Nouveau message").first().tap();
        amina.sees("Ligne masquée.");
        amina.link("Ce que j’ai masqué").tap();
        amina.sees("Afficher de nouveau");
        amina.look();
        amina.photograph(PICTURES + "aside-390.png");
    }

    @Test
    void a_child_reads_that_news_come_back_at_school(Browsers browsers) {
        clock.setTo(LocalDateTime.of(2024, 9, 10, 17, 0).atZone(School.PARIS).toInstant());
        for (var login : new String[] {"tom.costa", "yanis.benali"}) {
            var child = browsers.as(Device.TABLET, login);
            child.open("/notifications");
            child.sees("Les nouvelles reviennent à l’école");
            child.look();
            child.fitsAt(320);
            child.photograph(PICTURES + login + ".png");
        }
    }
}
