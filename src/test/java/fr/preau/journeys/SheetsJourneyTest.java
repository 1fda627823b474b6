package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From the paper that the teacher hands out to the home of the one who received it. */
@Journey
class SheetsJourneyTest {
    private static final String KARIM = "karim.benali";

    private static void proves(BrowserWindow window) {
        if (window.path().startsWith("/second-factor")) window.button("Continuer").click();
    }

    @Test
    void helene_gives_karim_a_code_and_karim_opens_his_account_on_his_phone(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        helene.open("/tools");
        helene.link("Feuilles de connexion").first().click();
        helene.look();
        helene.link("CP A").click();
        proves(helene);
        helene.sees("Qui est venu");
        helene.look().photograph("target/pages/sheets.png");
        var download =
                helene.page().waitForDownload(() -> helene.button("PDF, huit par page").click());
        assertThat(download.suggestedFilename()).isEqualTo("feuilles-cp-a.pdf");
        helene.button("Donner un code Karim Benali").click();
        helene.sees("Il n’est montré qu’ici");
        helene.look().photograph("target/pages/code.png");
        var code = helene.page().locator(".code-slip__code").innerText();

        var karim = browsers.phone();
        karim.open("/sign-in");
        karim.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Famille").setExact(true))
                .tap();
        karim.sees("ou avec l’identifiant donné par l’école");
        karim.look().photograph("target/pages/sign-in.png");
        karim.link("C’est la première fois, ou j’ai reçu un code").tap();
        karim.sees("Cela prend une minute");
        karim.look().photograph("target/pages/activation.png");
        // The square of the sheet, photographed with the phone.
        karim.page().navigate("about:blank");
        karim.open("/activation#login=" + KARIM + "&code=" + code);
        assertThat(karim.path()).isEqualTo("/activation");
        assertThat(karim.page().getByLabel("Identifiant")).hasValue(KARIM);
        assertThat(karim.page().getByLabel("Code")).hasValue(code);
        karim.page().getByLabel("Choisissez votre mot de passe").fill("karimbenali2");
        karim.button("Ouvrir mon compte").tap();
        karim.sees("se devine trop vite");
        karim.look().photograph("target/pages/activation-refused.png");
        karim.page().getByLabel("Choisissez votre mot de passe").fill("cartable girafe onze");
        karim.button("Ouvrir mon compte").tap();
        karim.page().locator("#agreed").check();
        karim.button("Accepter et entrer").tap();
        karim.sees("Yanis");
        karim.look();
    }
}
