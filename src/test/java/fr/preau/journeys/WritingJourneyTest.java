package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fr.preau.School.SettableClock;
import fr.preau.journeys.Browsers.Device;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written arrives, once, however it was written; what cannot go out is not lost. */
@Journey
class WritingJourneyTest {
    private static final String TITLE = "Sortie au musée";
    private static final String TEXT = "Vendredi, nous allons au musée à pied.";

    /** Whether the focus is where it is wanted, whether it shows, and where it is. */
    private static final String FOCUS =
            """
            wanted => {
              const at = document.activeElement
              const outlined = e => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2
              const shows = [at, at.closest('label, .editor')].some(e => e && outlined(e))
              return [at.matches(wanted), shows, at.outerHTML.slice(0, 90)]
            }\
            """;

    @Autowired SettableClock clock;

    private static Locator send(BrowserWindow teacher) {
        return teacher.page().locator("main form[action='/liaison'] .btn--primary");
    }

    private static void write(BrowserWindow teacher, String text) {
        write(teacher, "CP A", text);
    }

    private static void write(BrowserWindow teacher, String label, String text) {
        var page = teacher.page();
        page.navigate("/liaison/new");
        page.getByLabel("Familles de " + label).check();
        page.locator("#title").fill(TITLE);
        page.locator("#text").fill(text);
    }

    private static Locator sent(BrowserWindow teacher) {
        teacher.page().navigate("/liaison");
        return teacher.page()
                .locator("#notes li")
                .filter(new Locator.FilterOptions().setHasText(TITLE));
    }

    private static void findsTheText(BrowserWindow teacher, String login, String text) {
        teacher.sees("Votre session était terminée. Votre texte est gardé");
        teacher.look();
        teacher.signIn(login);
        assertThat(teacher.path()).isEqualTo("/liaison/new");
        assertThat(teacher.page().locator("#title")).hasValue(TITLE);
        assertThat(teacher.page().locator("#text")).hasValue(text);
        assertThat(teacher.page().locator("[name=to]:checked")).hasCount(1);
        teacher.look();
        send(teacher).click();
        teacher.sees("Mot envoyé");
        assertThat(sent(teacher)).hasCount(1);
    }

    /** The director passes the second factor again on the way. */
    @ParameterizedTest
    @CsvSource({"helene.costa, CP A", "marc.olivet, CM1-CM2"})
    void a_lost_session_loses_no_text(String login, String label, Browsers browsers) {
        var teacher = browsers.desktop().signIn(login);
        write(teacher, label, TEXT);
        clock.moveBy(Duration.ofMinutes(31));
        send(teacher).click();
        findsTheText(teacher, login, TEXT);
    }

    @Test
    void a_draft_saved_after_the_session_was_lost_does_not_hide_the_rest(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        write(helene, TEXT);
        assertThat(helene.page().locator("[data-draft-state]")).containsText("Brouillon");
        clock.moveBy(Duration.ofMinutes(31));
        helene.page()
                .waitForResponse(
                        "**/liaison/drafts/new", () -> helene.page().locator("#text").fill("Non"));
        helene.page().locator("#text").fill("Tout compte fait, en bus.");
        send(helene).click();
        findsTheText(helene, "helene.costa", "Tout compte fait, en bus.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_double_click_on_send_makes_one_note(boolean script, Browsers browsers) {
        var helene = script ? browsers.desktop() : browsers.withoutScript(Device.DESKTOP);
        helene.signIn("helene.costa");
        write(helene, TEXT);
        send(helene).dblclick();
        helene.sees("Mot envoyé");
        assertThat(sent(helene)).hasCount(1);
    }

    @Test
    void writing_works_without_javascript(Browsers browsers) {
        var helene = browsers.withoutScript(Device.PHONE).signIn("helene.costa");
        write(helene, "");
        send(helene).tap();
        helene.sees("Le mot est vide");
        assertThat(helene.page().locator("#title")).hasValue(TITLE);
        assertThat(helene.page().getByLabel("Familles de CP A")).isChecked();
        helene.page().locator("#text").fill(TEXT);
        send(helene).tap();
        helene.sees("Mot envoyé");
        helene.fits();
        assertThat(helene.page().locator("tbody")).not().hasCount(0);
        assertThat(sent(helene)).hasCount(1);
    }

    @Test
    void a_note_is_written_with_the_keyboard_alone(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa").open("/liaison/new");
        var keyboard = helene.page().keyboard();
        goTo(helene, ".skip-link");
        keyboard.press("Enter");
        assertThat(helene.page().locator("main")).isFocused();
        goTo(helene, "[name=to]");
        keyboard.press("Space");
        assertThat(helene.page().locator("[name=to]").first()).isChecked();
        goTo(helene, "#title");
        keyboard.type(TITLE);
        goTo(helene, "#text");
        keyboard.press("Control+b");
        keyboard.type("Important");
        assertThat(helene.page().locator("#text")).hasValue("**Important**");
        goTo(helene, "[name=rule]");
        keyboard.press("ArrowDown");
        assertThat(helene.page().getByLabel("Chaque responsable signe")).isChecked();
        goTo(helene, "form[action='/liaison'] .btn--primary");
        keyboard.press("Enter");
        helene.sees("Mot envoyé");
        assertThat(sent(helene)).hasCount(1);
    }

    private static void goTo(BrowserWindow window, String wanted) {
        for (int presses = 0; presses < 120; presses++) {
            window.page().keyboard().press("Tab");
            var focus = (List<?>) window.page().evaluate(FOCUS, wanted);
            assertThat(focus.get(1)).as("focus shows on %s", focus.get(2)).isEqualTo(true);
            if (focus.get(0).equals(true)) return;
        }
        throw new AssertionError("the keyboard never reaches " + wanted);
    }

    @Test
    void a_note_of_one_megabyte_is_refused_and_kept(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        var tooLong = "Vendredi, nous irons à pied. ".repeat(35_000);
        write(helene, tooLong);
        send(helene).click();
        helene.sees("raccourcissez-le");
        assertThat(helene.page().locator("#title")).hasValue(TITLE);
        assertThat(helene.run("() => document.querySelector('#text').value.length"))
                .isEqualTo(tooLong.length());
        helene.fits();
        helene.page().locator("#text").fill(TEXT);
        send(helene).click();
        helene.sees("Mot envoyé");
        assertThat(sent(helene)).hasCount(1);
    }
}
