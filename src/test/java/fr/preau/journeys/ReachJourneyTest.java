package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every family is reached: paper for those who never come, answers to a request for the others. */
@Journey
class ReachJourneyTest {
    private static void picture(BrowserWindow window, String name) {
        window.look().photograph("target/pages/" + name + ".png");
    }

    private static void proves(BrowserWindow window) {
        if (!window.path().startsWith("/second-factor")) return;
        var password = window.page().getByLabel("Mot de passe");
        if (password.count() > 0) password.fill("preau-demo-2024");
        window.button("Continuer").click();
    }

    @Test
    void helene_sees_who_is_not_reached_and_notes_what_came_back_on_paper(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        helene.open("/liaison");
        helene.link("Sortie à la médiathèque").first().click();
        picture(helene, "reach-follow-1440");
        helene.link("Comment chaque famille est jointe").click();
        assertThat(helene.page().getByText("en ligne").first()).isVisible();
        picture(helene, "reach-1440");
        helene.link("Coupons sur papier").click();
        picture(helene, "coupons-1440");
        helene.page().locator("#back label:has-text('Karim Benali')").click();
        helene.button("Marquer signé sur papier").click();
        helene.sees("Signature sur papier notée.");

        var phone = browsers.phone().signIn("helene.costa");
        phone.open(helene.path());
        picture(phone, "coupons-390");
        phone.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Annuler"))
                .tap();
        phone.sees("Signature sur papier retirée.");
        phone.open(helene.path().replace("coupons", "reach"));
        picture(phone, "reach-390");
    }

    @Test
    void a_request_is_written_answered_and_counted(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        helene.open("/liaison/new");
        helene.page().locator("label.choice:has-text('Familles de CP A')").first().click();
        helene.page().locator("#title").fill("Piscine jeudi");
        helene.page()
                .locator("#text")
                .fill("La classe va à la piscine. Votre enfant peut-il venir ?");
        helene.page().getByText("Demander une autorisation").click();
        helene.page().locator("label.choice:has-text('Oui, non, ou oui sous conditions')").click();
        helene.page().locator("#deadline").fill("2024-09-12");
        picture(helene, "asking-1440");
        helene.page().locator("form .btn--big").click();
        helene.sees("Mot envoyé.");

        var amina = browsers.phone().signIn("amina.benali");
        picture(amina, "home-request-390");
        amina.page()
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Répondre"))
                .first()
                .tap();
        amina.page().waitForURL(Pattern.compile("/decision/|/second-factor"));
        proves(amina);
        amina.sees("Votre réponse pour Yanis");
        picture(amina, "decision-390");
        amina.page().locator("label.choice:has-text('Oui, sous conditions')").tap();
        amina.page().locator("#condition").fill("Avec ses brassards.");
        amina.button("Signer ma réponse").tap();
        amina.sees("Réponse signée et scellée.");
        picture(amina, "decided-390");

        helene.link("Réponses à la demande").click();
        assertThat(helene.page().getByText("Avec ses brassards.")).isVisible();
        picture(helene, "decisions-1440");
        var phone = browsers.phone().signIn("helene.costa");
        phone.open(helene.path());
        picture(phone, "decisions-390");
    }
}
