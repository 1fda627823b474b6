package fr.preau.journeys;

import com.microsoft.playwright.Page;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.journeys.Browsers.Device;
import org.junit.jupiter.api.Test;

/** A note goes out, is signed on a phone, and the teacher sees it happen. */
@Journey
class SigningTest {
    static String write(BrowserWindow teacher, String title, String rule) {
        teacher.open("/liaison/new");
        var page = teacher.page();
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName("Familles de CP A"))
                .check();
        page.getByLabel(
                        "Titre",
                        new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input"))
                .fill(title);
        page.getByLabel("Le mot", new Page.GetByLabelOptions().setExact(true))
                .fill("Vendredi, nous allons au **musée** à pied.");
        page.getByLabel(rule).check();
        page.getByLabel("À signer avant le").fill("2024-09-13");
        page.locator("main form[action='/liaison'] .btn--primary").click();
        teacher.sees("Mot envoyé");
        return teacher.path();
    }

    static Locator row(BrowserWindow teacher, String child) {
        return teacher.page()
                .locator("tbody")
                .filter(new Locator.FilterOptions().setHasText(child));
    }

    @Test
    void both_parents_must_sign(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        var note = write(helene, "Sortie au musée", "Chaque responsable signe");
        helene.look();
        assertThat(row(helene, "Yanis Benali")).containsText("0 signature sur 2");
        assertThat(
                        row(helene, "Yanis Benali")
                                .locator(
                                        "tr",
                                        new Locator.LocatorOptions().setHasText("Karim Benali")))
                .containsText("Jamais connecté");

        var amina = browsers.phone().signIn("amina.benali");
        amina.look();
        var waiting =
                amina.page()
                        .locator(
                                ".todo__item",
                                new com.microsoft.playwright.Page.LocatorOptions()
                                        .setHasText("Sortie au musée"));
        assertThat(waiting).containsText("Yanis");
        waiting.getByRole(AriaRole.BUTTON).tap();
        amina.sees("Mot signé");
        assertThat(waiting).hasCount(0);
        amina.look();

        assertThat(row(helene, "Yanis Benali")).containsText("1 signature sur 2");
        assertThat(
                        row(helene, "Yanis Benali")
                                .locator(
                                        "tr",
                                        new Locator.LocatorOptions().setHasText("Amina Benali")))
                .containsText("Signé");
        helene.look();

        assertThat(browsers.as(Device.DESKTOP, "claude.toulousain").status(note)).isEqualTo(404);
        assertThat(browsers.as(Device.DESKTOP, "nadia.ferrand").status(note)).isEqualTo(404);
        assertThat(browsers.as(Device.DESKTOP, "marc.olivet").status(note)).isEqualTo(200);
    }
}
