package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.journeys.Browsers.Device;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A note spoken by its author, and a text read by the device. */
@Journey
class VoiceJourneyTest {
    /** A microphone that hums, for a browser that has none. */
    private static final String MICROPHONE =
            """
            navigator.mediaDevices.getUserMedia = async () => {
              const sounds = new AudioContext()
              const hum = sounds.createOscillator()
              const end = sounds.createMediaStreamDestination()
              hum.connect(end)
              hum.start()
              return end.stream
            }\
            """;

    /** A French voice of the device that says each sentence in a moment. */
    private static final String FRENCH_VOICE =
            """
            window.said = []
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
            const speaker = {
              getVoices: () => [{ lang: 'fr-FR', localService: true }],
              speak: one => { window.said.push(one.text); speaker.last = setTimeout(() => one.onend(), 400) },
              cancel: () => clearTimeout(speaker.last),
              addEventListener: () => {}
            }
            Object.defineProperty(window, 'speechSynthesis', { value: speaker })\
            """;

    @Test
    void a_teacher_speaks_into_the_page_and_the_families_hear_it(Browsers browsers) {
        var helene = browsers.desktop().signIn("helene.costa");
        helene.page().addInitScript(MICROPHONE);
        helene.open("/liaison/new");
        helene.page().getByLabel("Familles de CP A").check();
        helene.page().locator("#title").fill("À écouter");
        helene.page().locator("#text").fill("Bonjour. Voici le mot.");
        assertThat(helene.page().locator("[data-voice-bring]")).hasCount(0);
        helene.button("Enregistrer").click();
        assertThat(helene.button("Arrêter")).hasAttribute("aria-pressed", "true");
        helene.page().waitForTimeout(1_200);
        helene.button("Arrêter").click();
        assertThat(helene.page().locator("#voice audio")).isVisible();
        assertThat(helene.button("Recommencer")).isVisible();
        assertThat(helene.page().locator("#title")).hasValue("À écouter");
        helene.look();

        helene.page().reload();
        assertThat(helene.page().locator("#voice audio")).isVisible();
        helene.page().locator("main form[action='/liaison'] .btn--primary").click();
        helene.sees("Mot envoyé");
        var note = helene.path().replaceAll("[?#].*", "");

        var amina = browsers.phone().signIn("amina.benali").open(note);
        assertThat(amina.page().locator("article audio")).isVisible();
        assertThat(
                        (Double)
                                Double.valueOf(
                                        String.valueOf(
                                                amina.run(
                                                        "async () => { const a = document.querySelector('article audio'); a.muted = true; await a.play(); await new Promise(r => setTimeout(r, 600)); return a.currentTime }"))))
                .isPositive();
        amina.look();
    }

    @Test
    void a_file_is_brought_without_javascript(Browsers browsers) {
        var helene = browsers.withoutScript(Device.PHONE).signIn("helene.costa");
        helene.page().navigate("/liaison/new");
        helene.page().locator("#title").fill("Sans script");
        helene.page()
                .locator("#recording")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                "message.ogg",
                                "audio/ogg",
                                ("OggS\0\2" + "\0".repeat(22) + "OpusHead" + "a".repeat(900))
                                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        helene.button("Joindre cet enregistrement").tap();
        assertThat(helene.page().locator("#voice audio")).isVisible();
        assertThat(helene.page().locator("#title")).hasValue("Sans script");
        helene.fits();
    }

    @Test
    void the_device_reads_a_note_stops_and_goes_on(Browsers browsers) {
        var amina = browsers.phone().signIn("amina.benali");
        var first = amina.open("/liaison").page().locator("#notes a[href^='/liaison/']").first();
        var note = first.getAttribute("href");
        amina.open(note);
        assertThat(amina.page().locator("[data-read]")).isHidden();
        amina.page().addInitScript(FRENCH_VOICE);
        amina.open(note);
        var listen = amina.page().locator("[data-read]");
        assertThat(listen).isVisible();
        listen.focus();
        amina.page().keyboard().press("Enter");
        assertThat(listen).hasAttribute("aria-pressed", "true");
        amina.page().waitForTimeout(600);
        amina.page().keyboard().press("Enter");
        assertThat(listen).hasAttribute("aria-pressed", "false");
        var before = ((List<?>) amina.run("() => window.said")).size();
        assertThat(before).isGreaterThan(1);
        listen.tap();
        var said = (List<?>) amina.run("() => window.said");
        assertThat(said.get(before)).isEqualTo(said.get(before - 1));
        assertThat(listen).hasAttribute("aria-pressed", "true");
        assertThat(listen)
                .hasAttribute(
                        "aria-pressed",
                        "false",
                        new com.microsoft.playwright.assertions.LocatorAssertions
                                        .HasAttributeOptions()
                                .setTimeout(20_000));
    }
}
