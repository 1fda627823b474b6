package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What happens to a note once it is sent: answers, reminders, corrections, paper. */
@Journey
class FollowJourneyTest {
    private static final String TITLE = "Sortie à la médiathèque";
    private static final Pattern PRINTED = Pattern.compile("/Type\\s*/Page\\b");

    private static BrowserWindow opens(BrowserWindow window) {
        window.open("/liaison");
        window.link(TITLE).first().click();
        assertThat(heading(window, TITLE)).isVisible();
        return window.look();
    }

    private static com.microsoft.playwright.Locator heading(BrowserWindow window, String title) {
        return window.page()
                .getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setLevel(1));
    }

    @Test
    void a_reply_appears_before_the_teacher_as_it_is_sent(Browsers browsers) {
        var helene = opens(browsers.desktop().signIn("helene.costa"));
        var amina = opens(browsers.phone().signIn("amina.benali"));
        amina.page().getByLabel("Votre réponse pour Yanis").fill("Je peux accompagner la classe.");
        amina.button("Envoyer la réponse").tap();
        amina.sees("Réponse envoyée.");
        amina.look();

        var yanis = SigningTest.row(helene, "Yanis Benali");
        assertThat(yanis).containsText("A répondu");
        assertThat(yanis).containsText("Je peux accompagner la classe.");
        helene.look();
        assertThat(helene.page().locator("tbody .reply")).hasCount(1);
    }

    @Test
    void a_reminder_by_hand_rings_at_the_guardian(Browsers browsers) {
        var helene = opens(browsers.desktop().signIn("helene.costa"));
        var remind = helene.page().locator("#reminder button");
        assertThat(remind).containsText("Relancer");
        remind.click();
        helene.sees("Les familles en attente sont relancées.");
        helene.sees("à la main");
        assertThat(remind).hasCount(0);
        helene.look();

        var amina = browsers.phone().signIn("amina.benali");
        amina.page().locator(".topbar__bell").tap();
        var reminder = amina.link("Rappel : un mot attend votre signature : " + TITLE);
        assertThat(reminder).hasCount(1);
        amina.look();
        reminder.tap();
        assertThat(heading(amina, TITLE)).isVisible();
    }

    @Test
    void a_correction_shows_with_the_words_before(Browsers browsers) {
        var helene = opens(browsers.desktop().signIn("helene.costa"));
        helene.link("Corriger").click();
        helene.page().locator("#text").fill("La sortie est remise à **lundi**.");
        helene.look();
        helene.button("Publier la correction").click();
        helene.sees("Correction publiée.");
        helene.look();

        var amina = opens(browsers.phone().signIn("amina.benali"));
        assertThat(amina.page().locator(".note__head")).containsText("Corrigé");
        assertThat(amina.page().locator("article.note .prose"))
                .containsText("La sortie est remise à lundi.");
        var earlier =
                amina.page()
                        .locator(
                                "details",
                                new Page.LocatorOptions().setHasText("Lire la version d’avant"));
        var words = earlier.getByText("de bonnes chaussures");
        assertThat(words).isHidden();
        earlier.locator("summary").tap();
        assertThat(words).isVisible();
        amina.look();
    }

    @Test
    void a_note_for_one_family_fits_one_sheet(Browsers browsers) {
        var amina = opens(browsers.desktop().signIn("amina.benali"));
        amina.link("Version à imprimer").click();
        amina.sees("À découper et à rendre à l’école");
        amina.look();
        assertThat(sheets(amina)).isEqualTo(1);
    }

    /** A Chromium that prints is without a window; the count is the one of the file it makes. */
    private static long sheets(BrowserWindow window) {
        var pdf = window.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        return PRINTED.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
    }
}
