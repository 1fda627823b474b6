package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.preau.School;
import fr.preau.storage.Corpus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held back with kindness, what leaves at night all the same, and the switch. */
@Journey
class BadDayJourneyTest {
    private static final String PICTURES = "target/pages/";

    @Autowired School.SettableClock clock;

    private static void picture(BrowserWindow window, String name) {
        window.look().fitsAt(320);
        window.photograph(PICTURES + name + ".png");
    }

    @Test
    void what_tom_writes_is_read_by_his_teacher_first_who_gives_it_back_with_a_word(
            Browsers browsers) {
        var julien = browsers.as(Browsers.Device.PHONE, "julien.pradal");
        julien.open("/messages/children");
        julien.page().locator("label.check").first().tap();
        julien.page().locator("form.sheet .btn").first().tap();
        julien.sees("Réglages gardés");

        var tom = browsers.as(Browsers.Device.TABLET, "tom.costa");
        tom.open("/messages/new");
        tom.page().locator("[data-recipients-offered] label").first().tap();
        tom.page().locator("#subject").fill("La récré");
        tom.page().locator("#text").fill("Tu es nul au foot.");
        picture(tom, "tom-writes");
        tom.page().locator("form.form .btn--primary").tap();
        tom.sees("le lit d’abord");
        picture(tom, "tom-held");

        julien.open("/messages/children");
        julien.sees("Tu es nul au foot.");
        julien.page()
                .locator("textarea[name=feedback]")
                .fill("Comment le dirais-tu à quelqu’un qui est triste ?");
        picture(julien, "julien-reviews-390");
        julien.page().locator("button[value=no]").tap();
        assertThat(julien.page().locator("article.note")).hasCount(0);

        tom.page().navigate(tom.path());
        tom.sees("Comment le dirais-tu à quelqu’un qui est triste ?");
        picture(tom, "tom-given-back");
    }

    @Test
    void marc_tells_families_at_night_that_the_school_is_closed(Browsers browsers) {
        clock.setTo(LocalDateTime.parse("2024-09-12T21:30").atZone(School.PARIS).toInstant());
        var marc = browsers.as(Browsers.Device.PHONE, "marc.olivet");
        marc.open("/liaison/new");
        marc.page().locator("label.choice:has-text('Familles de CP A')").first().tap();
        marc.page().locator("#title").fill("École fermée demain");
        marc.page().locator("#text").fill("Une conduite d’eau a cédé.");
        marc.page().getByLabel("C’est urgent").check();
        marc.page().getByLabel("Pourquoi cela ne peut pas attendre").fill("Inondation");
        picture(marc, "marc-urgent-390");
        marc.page().locator("form.form .btn--big").tap();
        marc.sees("Mot envoyé");
        var amina = browsers.as(Browsers.Device.PHONE, "amina.benali");
        amina.open("/notifications");
        amina.sees("École fermée demain");
        picture(amina, "amina-urgent-390");
    }

    @Test
    void marc_rehearses_the_bad_day_then_lives_it_and_ends_it(Browsers browsers) {
        var marc = browsers.as(Browsers.Device.PHONE, "marc.olivet");
        stop(marc, true);
        picture(marc, "stop-drill-390");
        var helene = browsers.as(Browsers.Device.DESKTOP, "helene.costa");
        helene.open("/messages/new");
        helene.sees("Exercice");
        picture(helene, "helene-drill");

        stop(marc, false);
        helene.page().locator("[data-recipients-offered] label").first().click();
        helene.page().locator("#subject").fill("Bonjour");
        helene.page().locator("#text").fill("Un texte qui ne se perd pas");
        helene.page().locator("form.form .btn--primary").click();
        assertThat(helene.page().locator("#text")).hasValue("Un texte qui ne se perd pas");
        helene.look();
        picture(helene, "helene-stopped");

        marc.open("/messages/stops");
        picture(marc, "stop-and-drill-390");
        marc.button("Reprendre l’envoi").tap();
        marc.sees("L’envoi reprend");
        marc.button("Finir l’exercice").tap();
        marc.sees("Exercice fini");
        helene.page().locator("form.form .btn--primary").click();
        helene.sees("Message envoyé");
    }

    private static void stop(BrowserWindow marc, boolean drill) {
        marc.open("/messages/stops");
        var school = marc.page().locator("#target option[value^='s']").first();
        marc.page().locator("#target").selectOption(school.getAttribute("value"));
        marc.page().locator("#reason").fill("Des comptes volés écrivent");
        if (drill) marc.page().locator("input[name=drill]").check();
        marc.page().locator("form.form .btn--primary").tap();
        marc.sees("Des comptes volés écrivent");
    }

    @Test
    void a_photo_and_a_plan_are_chosen_seen_and_saved(Browsers browsers) {
        var helene = browsers.as(Browsers.Device.DESKTOP, "helene.costa");
        helene.open("/messages/new");
        helene.page().locator("label.choice:has-text('Familles de CP A')").first().click();
        helene.page().locator("#subject").fill("La sortie");
        helene.page().locator("#text").fill("Voici le plan.");
        helene.page()
                .locator("#added")
                .setInputFiles(
                        new FilePayload[] {
                            new FilePayload(
                                    "photo de classe.jpg", "image/jpeg", Corpus.photo(800, 600, 1)),
                            new FilePayload(
                                    "plan.txt",
                                    "text/plain",
                                    "Devant la piscine".getBytes(StandardCharsets.UTF_8))
                        });
        assertThat(helene.page().locator("input[name=file]")).hasCount(2);
        assertThat(helene.page().locator("#subject")).hasValue("La sortie");
        picture(helene, "attach-1440");
        helene.page().locator("form.form .btn--big").click();
        helene.sees("Message envoyé");
        picture(helene, "attached-1440");

        var amina = browsers.as(Browsers.Device.PHONE, "amina.benali");
        amina.open("/messages");
        picture(amina, "attached-inbox-390");
        amina.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("La sortie"))
                .first()
                .tap();
        amina.page().locator(".attached img").scrollIntoViewIfNeeded();
        picture(amina, "attached-390");
        var saved =
                amina.page()
                        .waitForDownload(() -> amina.page().locator("a[download]").last().tap());
        org.assertj.core.api.Assertions.assertThat(saved.suggestedFilename()).isEqualTo("plan.txt");
    }
}
