package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.journeys.Browsers.Device;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès is four: she enters with her card and her pictures, and never has to read. */
@Journey
class CardJourneyTest {
    private static final String CARD = "/cards/carte-de-ines-benali-demo";
    private static final List<String> RIGHT = List.of("cat", "sun", "boat", "apple");
    private static final List<String> WRONG = List.of("cat", "sun", "boat", "moon");

    /** Controls that a small finger would miss, or that say nothing to somebody who cannot read. */
    private static final String MISSED =
            """
            () => {
              const area = e => {
                const cover = getComputedStyle(e, '::after')
                return (cover.content !== 'none' && cover.position === 'absolute' ? e.offsetParent ?? e : e).getBoundingClientRect()
              }
              const controls = [...document.querySelectorAll(':is(main, header) :is(a, button, summary, select, textarea, input:not([type=hidden]))')].filter(e => e.checkVisibility())
              if (!controls.length) return ['nothing to touch']
              return controls.flatMap(e => {
                const { width, height } = area(e), name = e.outerHTML.slice(0, 90)
                const small = Math.min(width, height) < 76 ? [`${Math.round(width)} × ${Math.round(height)}: ${name}`] : []
                const mute = e.dataset.say || e.getAttribute('aria-label') ? [] : [`mute: ${name}`]
                return [...small, ...mute]
              })
            }\
            """;

    static void forSmallHands(BrowserWindow ines) {
        assertThat(BrowserWindow.strings(ines.run(MISSED))).as(ines.path()).isEmpty();
    }

    static void touch(BrowserWindow ines, List<String> pictures) {
        for (var picture : pictures) ines.page().locator(".keypad [value=" + picture + "]").tap();
    }

    private static void hears(BrowserWindow ines, String words) {
        assertThat(ines.page().locator("html[data-said*=\"" + words + "\"]")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "TABLET"})
    void ines_enters_without_reading(Device device, Browsers browsers) {
        var ines = browsers.window(device).open(CARD);
        hears(ines, "Bonjour. Touche tes quatre images.");
        forSmallHands(ines);
        var page = ines.page();
        var recording =
                page.waitForResponse("**/sound/cat.mp3", () -> touch(ines, RIGHT.subList(0, 1)));
        assertThat(recording.status()).isIn(200, 206);
        hears(ines, "Le chat");
        assertThat(page.locator(".slot[data-filled]")).hasCount(1);
        touch(ines, RIGHT.subList(1, 4));

        assertThat(page.locator(".charter")).isVisible();
        ines.look();
        forSmallHands(ines);
        for (var rule : page.locator(".charter__rule").all()) {
            rule.locator(".listen").tap();
            hears(ines, rule.locator("span").first().textContent());
        }
        ines.button("D’accord").tap();

        assertThat(page.locator(".tile[href='/liaison']")).isVisible();
        hears(ines, "Inès");
        ines.look();
        forSmallHands(ines);
        page.locator(".tile[href='/liaison']").tap();

        assertThat(page.locator("#notes")).isVisible();
        ines.look();
        forSmallHands(ines);
        page.locator("#notes a").first().tap();

        assertThat(page.locator("article.note")).isVisible();
        hears(ines, "Photographie de classe");
        ines.look();
        forSmallHands(ines);
        page.locator(".topbar .btn--round").tap();

        assertThat(page).hasURL(Pattern.compile("/sign-in$"));
        assertThat(ines.status("/liaison")).isEqualTo(200);
        assertThat(page).hasURL(Pattern.compile("/sign-in\\?"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "TABLET"})
    void without_javascript_each_picture_is_sent_alone(Device device, Browsers browsers) {
        var ines = browsers.withoutScript(device);
        var page = ines.page();
        page.navigate(CARD);
        for (int touched = 0; touched < RIGHT.size(); touched++) {
            assertThat(page.locator(".slot[data-filled]")).hasCount(touched);
            forSmallHands(ines);
            touch(ines, RIGHT.subList(touched, touched + 1));
        }
        assertThat(page.locator(".charter")).isVisible();
        forSmallHands(ines);
        ines.button("D’accord").tap();
        assertThat(page.locator(".tile[href='/liaison']")).isVisible();
        forSmallHands(ines);
        page.locator(".tile[href='/liaison']").tap();
        assertThat(page.locator("#notes")).isVisible();
        forSmallHands(ines);
        page.locator("#notes a").first().tap();
        assertThat(page.locator("article.note")).isVisible();
        forSmallHands(ines);
        page.locator(".topbar .btn--round").tap();
        assertThat(page).hasURL(Pattern.compile("/sign-in$"));
    }

    @Test
    void three_wrong_tries_block_until_the_teacher_unblocks(Browsers browsers) {
        var ines = browsers.phone().open(CARD);
        var wrong = ines.page().locator(".slots[data-wrong]");
        for (int attempt = 0; attempt < 2; attempt++) {
            touch(ines, WRONG);
            assertThat(wrong).isVisible();
            hears(ines, "Ce n’est pas ça. Essaie encore.");
            forSmallHands(ines);
        }
        ines.look();
        touch(ines, WRONG);
        ines.sees("Demande à ta maîtresse ou à ton maître.");
        hears(ines, "Demande à ta maîtresse ou à ton maître.");
        ines.look();
        forSmallHands(ines);
        ines.open(CARD);
        assertThat(ines.page().locator(".keypad")).hasCount(0);

        var lucie = browsers.desktop().signIn("lucie.barthes");
        lucie.look();
        lucie.button("Débloquer Inès").click();
        // Giving somebody their access back asks for a fresh proof, once in ten minutes.
        assertThat(lucie.page()).hasURL(Pattern.compile("/second-factor"));
        lucie.button("Continuer").click();
        lucie.button("Débloquer Inès").click();
        lucie.sees("L’enfant peut de nouveau entrer avec ses images.");
        lucie.look();
        lucie.open("/");
        assertThat(lucie.button("Débloquer Inès")).hasCount(0);

        ines.open(CARD);
        touch(ines, RIGHT);
        assertThat(ines.page().locator(".charter")).isVisible();
    }
}
