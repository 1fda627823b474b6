package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Amina enters with EduConnect on her phone, and leaves both. */
@Journey
class EduConnectJourneyTest {
    @Test
    void amina_enters_with_educonnect(Browsers browsers) {
        var amina = browsers.phone().open("/sign-in?who=FAMILY&then=/liaison");
        amina.link("Entrer avec EduConnect").click();
        amina.sees("Démonstration");
        amina.look();
        amina.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Amina Benali"))
                .click();
        assertThat(amina.page().locator("#agreed")).isVisible();
        amina.page().locator("#agreed").check();
        amina.page().locator("form.form .btn--primary").click();
        assertThat(amina.page().locator(".menu__button")).isVisible();
        amina.open("/liaison");
        amina.sees("Yanis");
        amina.page().locator(".menu__button").click();
        amina.page().locator("form[action='/sign-out'] button").first().click();
        amina.page().waitForURL("**/sign-in**");
        amina.look();
        amina.sees("Vous êtes sorti des deux côtés");
        assertThat(amina.status("/liaison")).isEqualTo(200);
        assertThat(amina.path()).startsWith("/sign-in");
    }

    @Test
    void whoever_is_not_known_reads_what_to_do(Browsers browsers) {
        var somebody = browsers.phone();
        for (var outcome : new String[] {"refused", "unknown-family", "unknown-agent"})
            somebody.open("/saml/arrival/" + outcome).fitsAt(320);
    }

    @Test
    void the_region_looks_after_the_doors(Browsers browsers) {
        var isabelle = browsers.as(Browsers.Device.PHONE, "isabelle.roques");
        isabelle.open("/identity-providers").fitsAt(320);
        isabelle.open("/identity-providers/new").fitsAt(320);
    }
}
