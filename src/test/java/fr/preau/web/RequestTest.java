package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class RequestTest {
    @Autowired Visitors visitors;

    @Test
    void every_page_forbids_what_it_does_not_need() {
        var headers = visitors.as("amina.benali").ask("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void files_are_kept_for_ever_under_an_address_that_changes_with_them() {
        var page = visitors.stranger().open("/sign-in").page();
        var sheet = page.select("link[rel=stylesheet]").attr("href");
        var answer = visitors.stranger().ask(sheet);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(visitors.stranger().ask("/assets/x/../../application.properties").status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void a_telephone_puts_it_on_its_home_screen_with_its_icon() throws Exception {
        var page = visitors.stranger().open("/sign-in").page();
        var manifest = page.select("link[rel=manifest]").attr("href");
        var answer = visitors.stranger().ask(manifest);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/manifest+json");
        var told = com.nimbusds.jose.util.JSONObjectUtils.parse(answer.body());
        assertThat(told).containsEntry("start_url", "/").containsEntry("display", "standalone");
        var icons = com.nimbusds.jose.util.JSONObjectUtils.getJSONObjectArray(told, "icons");
        assertThat(icons).hasSize(3);
        for (var icon : icons) {
            var drawn =
                    visitors.stranger().ask(manifest.replaceFirst("[^/]*$", icon.get("src") + ""));
            assertThat(drawn.headers().firstValue("Content-Type")).contains("image/png");
            var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(drawn.bytes()));
            assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(icon.get("sizes"));
        }
        assertThat(
                        visitors.stranger()
                                .ask(page.select("link[rel=apple-touch-icon]").attr("href"))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void two_equal_forms_at_the_same_moment_have_one_effect_and_the_same_answer() throws Exception {
        var amina = visitors.as("amina.benali");
        var home = amina.open("/");
        var action = home.page().select("form[action$=signature]").first().attr("action");
        var form = amina.form(home, action);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers =
                    both.invokeAll(
                            List.<java.util.concurrent.Callable<fr.preau.Visitor.Answer>>of(
                                    form::sendOnly, form::sendOnly));
            assertThat(answers.get(0).get().status())
                    .isEqualTo(303)
                    .isEqualTo(answers.get(1).get().status());
            assertThat(answers.get(0).get().location()).isEqualTo(answers.get(1).get().location());
        }
    }

    @Test
    void comfort_follows_the_person_to_another_device_and_holds_only_known_values() {
        var amina = visitors.as("amina.benali");
        var page = amina.open("/comfort");
        amina.form(page, "/comfort").fill("theme", "dark").fill("size", "\"><script>").send();
        var other =
                visitors.as("amina.benali", Profile.GUARDIAN)
                        .open("/")
                        .page()
                        .select("html")
                        .first();
        assertThat(other.attr("data-theme")).isEqualTo("dark");
        assertThat(other.hasAttr("data-size")).isFalse();
    }

    @Test
    void an_unreadable_request_is_told_so_in_french() {
        assertThat(visitors.as("amina.benali").post("/hat", Map.of()).words())
                .contains("La demande n’a pas été comprise");
    }

    @Test
    void letters_that_are_none_are_an_unreadable_request_and_no_fault_of_ours() {
        for (var path : List.of("/sign-in?who=%F1X", "/saml2/sign-on?SAMLRequest=%F1X", "/?x=%C3"))
            assertThat(visitors.as("amina.benali").ask(path).status()).as(path).isLessThan(500);
        assertThat(visitors.stranger().ask("/sign-in?who=%F1X").words())
                .contains("La demande n’a pas été comprise");
    }

    @Test
    void dates_are_said_as_people_say_them() {
        var tuesday = java.time.LocalDate.of(2024, 9, 10);
        assertThat(Dates.day(tuesday.plusDays(1), tuesday)).isEqualTo("demain");
        assertThat(Dates.day(tuesday.minusDays(1), tuesday)).isEqualTo("hier");
        assertThat(Dates.day(tuesday.plusDays(2), tuesday)).isEqualTo("jeudi 12 septembre");
        assertThat(Dates.day(java.time.LocalDate.of(2025, 1, 1), tuesday))
                .isEqualTo("mercredi 1er janvier 2025");
    }

    @Test
    void what_people_write_becomes_text_and_never_a_script() {
        var html =
                Markdown.html(
                        "# Titre\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) **gras** [site](https://example.org)");
        assertThat(html)
                .contains("<h3>Titre</h3>", "<strong>gras</strong>", "https://example.org")
                .doesNotContain("<script", "javascript:");
    }

    @Test
    void an_excerpt_is_words_without_the_marks_of_their_form() {
        assertThat(
                        Markdown.excerpt(
                                "# Jeudi\n\nPrévoir :\n\n- un **pique-nique**\n- une veste\n\nMerci **beauc",
                                100))
                .isEqualTo("Jeudi Prévoir : un pique-nique, une veste Merci beauc");
    }

    @Test
    void no_text_of_a_note_takes_long_or_breaks_its_page() {
        for (var unit :
                List.of(
                        ">", "[", "![", "*", "**a ", "*a **b ", "_a ", "`", "- ", "1. ", "<",
                        "[a](", "[](", "#", "&", "\\", "* * ", "> - ", "<a ", "a@", "[a]:b\n")) {
            var text = unit.repeat(20_000 / unit.length());
            var from = System.nanoTime();
            Markdown.html(text);
            Markdown.excerpt(text, 100);
            assertThat((System.nanoTime() - from) / 1_000_000)
                    .as("milliseconds for " + unit)
                    .isLessThan(1_500);
        }
    }

    @Test
    void what_a_value_says_is_no_place_for_the_next_one() {
        var key =
                Wording.all().entrySet().stream()
                        .filter(e -> e.getValue().contains("{0}") && e.getValue().contains("{1}"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        assertThat(Wording.t(key, "{1}$1", "other")).contains("{1}$1").containsOnlyOnce("other");
    }

    @Test
    void a_key_answers_for_its_own_form_only_and_an_odd_one_is_no_key() {
        var amina = visitors.as("amina.benali");
        var once = Map.of("_once", "a-key-of-one-form");
        assertThat(amina.post("/notifications/reading", once).status()).isEqualTo(303);
        var read = amina.post("/notifications/reading", once).location();
        assertThat(amina.post("/comfort", once).location()).isEqualTo("/").isNotEqualTo(read);
        for (var odd : List.of("a\0b", "x".repeat(5_000), "é ' \""))
            assertThat(amina.post("/notifications/reading", Map.of("_once", odd)).status())
                    .isEqualTo(303);
    }

    @Test
    void a_second_press_is_answered_like_the_first_with_its_sentence() {
        var amina = visitors.as("amina.benali");
        var form = Map.of("_once", "pressed-twice", "size", "large");
        var first = amina.post("/comfort", form);
        var second = amina.post("/comfort", form);
        assertThat(sentence(first)).isNotEmpty().isEqualTo(sentence(second));
        assertThat(second.location()).isEqualTo(first.location());
    }

    private static List<String> sentence(fr.preau.Visitor.Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("flash"))
                .toList();
    }

    @Test
    void the_headers_of_a_proxy_are_hearsay_until_the_settings_say_otherwise() throws Exception {
        var request =
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(visitors.address() + "/sign-in"))
                        .header("X-Forwarded-Proto", "https")
                        .build();
        var answer =
                java.net.http.HttpClient.newHttpClient()
                        .send(request, java.net.http.HttpResponse.BodyHandlers.discarding());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.startsWith("__Host-"));
    }
}
