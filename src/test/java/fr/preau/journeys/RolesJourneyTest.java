package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One person has several roles, several windows, and the same comfort in all of them. */
@Journey
class RolesJourneyTest {
    private static void choose(BrowserWindow window, String item) {
        window.page().locator(".menu__button").click();
        window.look();
        window.page()
                .locator(".menu__item")
                .filter(new Locator.FilterOptions().setHasText(item))
                .click();
    }

    @Test
    void a_teacher_becomes_the_parent_of_tom_and_comes_back(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        var who = helene.page().locator(".menu__who");
        assertThat(who).containsText("École");
        assertThat(helene.link("Un mot aux familles")).isVisible();

        choose(helene, "Parent de Tom");
        assertThat(who).containsText("Parent de Tom");
        helene.sees("Votre enfant");
        assertThat(helene.link("Un mot aux familles")).hasCount(0);
        helene.look();
        choose(helene, "École");
        assertThat(who).containsText("École");
        assertThat(helene.link("Un mot aux familles")).isVisible();
        helene.look();
    }

    @Test
    void comfort_chosen_on_the_phone_is_there_on_the_desktop(Browsers browsers) {
        var phone = browsers.phone().signIn("amina.benali").open("/comfort");
        for (var choice :
                List.of(
                        "[name=theme][value=dark]",
                        "[name=font][value=dyslexic]",
                        "[name=size][value=larger]"))
            phone.page()
                    .waitForResponse(
                            answer ->
                                    answer.request().method().equals("POST")
                                            && answer.request()
                                                    .postData()
                                                    .contains(
                                                            choice.replaceAll(
                                                                    ".name=(\\w+)..value=(\\w+).",
                                                                    "$1=$2")),
                            () -> phone.page().locator(choice).check());
        assertThat(phone.page().locator("[data-comfort-state]")).hasText("Réglages gardés");
        isComfortable(phone);
        phone.open("/");
        isComfortable(phone);
        phone.fitsAt(320);

        var desktop = browsers.desktop().signIn("amina.benali");
        isComfortable(desktop);
        desktop.look();
        desktop.open("/comfort");
        assertThat(desktop.page().locator("[name=font][value=dyslexic]")).isChecked();
    }

    @Test
    void the_most_comfort_still_fits_a_small_phone(Browsers browsers) {
        var helene = browsers.as(Browsers.Device.PHONE, "helene.costa").open("/comfort");
        for (var choice :
                List.of(
                        "[name=font][value=dyslexic]",
                        "[name=size][value=larger]",
                        "[name=spacing][value=wide]",
                        "[name=contrast][value=high]")) helene.page().locator(choice).check();
        helene.button("Garder ces réglages").tap();
        helene.sees("Vos réglages sont gardés.");
        for (var path :
                List.of("/comfort", "/", "/liaison", "/liaison/new", "/notifications", "/pupils")) {
            helene.open(path);
            helene.fitsAt(320);
        }
    }

    private static void isComfortable(BrowserWindow window) {
        var html = window.page().locator("html");
        assertThat(html).hasAttribute("data-theme", "dark");
        assertThat(html).hasAttribute("data-font", "dyslexic");
        assertThat(html).hasAttribute("data-size", "larger");
    }

    @Test
    void signing_out_everywhere_ends_the_other_window(Browsers browsers) {
        var desktop = browsers.desktop().signIn("amina.benali");
        var phone = browsers.phone().signIn("amina.benali").open("/liaison");
        choose(desktop, "Se déconnecter partout");
        desktop.sees("Vous êtes déconnecté de tous vos appareils.");
        desktop.look();
        phone.open("/liaison");
        assertThat(phone.page()).hasURL(Pattern.compile("/sign-in\\?then="));
        assertThat(phone.page().locator(".menu__button")).hasCount(0);
    }
}
