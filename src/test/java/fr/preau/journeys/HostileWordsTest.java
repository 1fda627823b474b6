package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.journeys.Browsers.Device;
import fr.preau.web.Markdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Words that would run in the reader's browser: written wherever people write, read wherever they
 * are read, with the policy of our pages and without it. Sixty of them each time, every one when
 * everything is proved.
 */
@Journey
@Timeout(1800)
class HostileWordsTest {
    private static final boolean EVERYTHING = "full".equals(System.getProperty("preau.proof"));

    private static final List<String> BREAKERS =
            List.of("", "\">", "'>", "-->", "</textarea>", "</title>", "</script>", "]]>", "`>");

    private static final List<String> TRICKS =
            List.of(
                    "<script>alert(1)</script>",
                    "<ScRiPt>alert(1)</sCrIpT>",
                    "<script src=https://mal.example/x.js></script>",
                    "<script/x>alert(1)</script>",
                    "<scr<script>ipt>alert(1)</scr</script>ipt>",
                    "<img src=x onerror=alert(1)>",
                    "<img/src=x/onerror=alert(1)>",
                    "<img src=https://mal.example/pixel.png>",
                    "<image href=x onerror=alert(1)>",
                    "<svg onload=alert(1)>",
                    "<svg><script>alert(1)</script></svg>",
                    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                    "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'>",
                    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                    "<body onload=alert(1)>",
                    "<iframe src=javascript:alert(1)>",
                    "<iframe srcdoc='<script>alert(1)</script>'>",
                    "<object data=javascript:alert(1)>",
                    "<embed src=javascript:alert(1)>",
                    "<video><source onerror=alert(1)>",
                    "<audio src=x onerror=alert(1)>",
                    "<details open ontoggle=alert(1)>x",
                    "<input autofocus onfocus=alert(1)>",
                    "<select autofocus onfocus=alert(1)>",
                    "<textarea autofocus onfocus=alert(1)>",
                    "<button popovertarget=x onbeforetoggle=alert(1)>b",
                    "<a href=javascript:alert(1) autofocus onfocus=alert(1)>lien</a>",
                    "<a href='java\tscript:alert(1)'>lien</a>",
                    "<form action=javascript:alert(1)><input type=submit>",
                    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                    "<link rel=stylesheet href=https://mal.example/x.css>",
                    "<base href=https://mal.example/>",
                    "<style>@import 'https://mal.example/x.css';</style>",
                    "<style onload=alert(1)></style>",
                    "<template><script>alert(1)</script></template>",
                    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
                    "<p style=animation-name:x onanimationstart=alert(1)>");

    /** What a text that becomes a page may be made of. */
    private static final List<String> MARKED =
            List.of(
                    "[lien](javascript:alert(1))",
                    "[lien](JaVaScRiPt:alert(1))",
                    "[lien](java&#115;cript:alert(1))",
                    "[lien](\u0001javascript:alert(1))",
                    "[lien](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                    "[lien](vbscript:msgbox(1))",
                    "[lien](https://mal.example \"x\" onmouseover=\"alert(1))",
                    "[lien](<javascript:alert(1)>)",
                    "[x]: javascript:alert(1)\n\n[x]",
                    "![image](javascript:alert(1))",
                    "![image](https://mal.example/pixel.png)",
                    "![image](x\"onerror=\"alert(1))",
                    "<javascript:alert(1)>",
                    "`<script>alert(1)</script>`",
                    "```\n<script>alert(1)</script>\n```",
                    "> <script>alert(1)</script>",
                    "# <img src=x onerror=alert(1)>",
                    "- <svg onload=alert(1)>",
                    "&lt;script&gt;alert(1)&lt;/script&gt;",
                    "&#60;script&#62;alert(1)&#60;/script&#62;",
                    "\\<script>alert(1)\\</script>",
                    "${alert(1)} {{alert(1)}} #{alert(1)} <%= alert(1) %>");

    private static final Set<String> SPOKEN =
            Set.of(
                    "p",
                    "br",
                    "strong",
                    "em",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "a",
                    "hr",
                    "code",
                    "pre");

    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    private static List<String> all() {
        var all = new LinkedHashSet<>(MARKED);
        for (var breaker : BREAKERS) for (var trick : TRICKS) all.add(breaker + trick);
        return List.copyOf(all);
    }

    /** Spread over the list, so that sixty are of every kind. */
    private static List<String> tried() {
        var all = all();
        if (EVERYTHING) return all;
        var some = new ArrayList<String>();
        for (var n = 0; n < 60; n++) some.add(all.get(n * all.size() / 60));
        return some;
    }

    @Test
    void what_becomes_of_a_text_is_a_short_list_and_the_sieve_lets_it_through_unchanged() {
        assertThat(all().size()).as("as many as goal 25 asks for").isGreaterThan(300);
        for (var words : all()) {
            var made = Markdown.html(words);
            for (var element : Jsoup.parseBodyFragment(made).body().select("*")) {
                if (element.tagName().equals("body")) continue;
                assertThat(SPOKEN).as(words).contains(element.tagName());
                for (var attribute : element.attributes()) {
                    assertThat(attribute.getKey()).as(words).isIn("href", "rel");
                    if (attribute.getKey().equals("href"))
                        assertThat(attribute.getValue())
                                .as(words)
                                .matches("|(https?|mailto|tel):.*");
                }
            }
            assertThat(Markdown.sieved(made)).as("sieved twice: %s", words).isEqualTo(made);
        }
    }

    @Test
    void nothing_that_people_write_runs_in_the_browser_of_who_reads(Browsers browsers) {
        var helene = visitors.as("helene.costa");
        var tried = tried();
        helene.form(helene.open("/messages/signature"), "/messages/signature")
                .fill("words", tried.getFirst() + tried.getLast())
                .send();
        var places = new ArrayList<String>();
        for (var words : tried) {
            // Not so many at once that a second person would be asked.
            if (places.size() % 100 == 99) clock.moveBy(Duration.ofMinutes(11));
            places.add(message(helene, words));
        }
        // Only now: meanwhile hours may have passed, and her session with them.
        var amina = visitors.as("amina.benali");
        for (var words : tried.subList(0, 6)) {
            places.add(note(helene, words));
            answer(amina, places.getFirst(), words);
            amina.post("/messages/folders", java.util.Map.of("name", oneLine(words)));
        }
        places.add(message(helene, "Tout", String.join("\n\n", tried)));
        for (var policy : List.of(true, false)) {
            visit(browsers, policy, "amina.benali", places, tried);
            visit(browsers, policy, "helene.costa", places, tried);
        }
    }

    private static void visit(
            Browsers browsers,
            boolean policy,
            String login,
            List<String> places,
            List<String> words) {
        var window =
                (policy ? browsers.desktop() : browsers.withoutPolicy(Device.DESKTOP))
                        .withSession(browsers.session(login));
        var ran = new ArrayList<String>();
        window.page()
                .onDialog(dialog -> {
                    ran.add(window.path() + " " + dialog.message());
                    dialog.dismiss();
                });
        for (var list = "/messages"; list != null; ) {
            looked(window, list);
            var older = window.page().locator(".pagination a[href*='before=']").first();
            list = older.count() > 0 ? older.getAttribute("href") : null;
        }
        for (var place : List.of("/messages?box=sent", "/liaison", "/", "/notifications"))
            looked(window, place);
        looked(
                window,
                "/messages?q="
                        + java.net.URLEncoder.encode(
                                words.get(1), java.nio.charset.StandardCharsets.UTF_8));
        for (var place : login.startsWith("helene") ? places.subList(0, 20) : places)
            looked(window, place);
        looked(window, places.getLast() + "/print");
        looked(window, "/messages/new?forward=" + places.getLast().replaceAll("\\D", ""));
        assertThat(ran).as("policy %s, %s", policy, login).isEmpty();
    }

    /** What waits for a gesture or for a moment is seen in the page itself. */
    private static void looked(BrowserWindow window, String place) {
        assertThat(window.status(place)).as(place).isEqualTo(200);
        var found =
                window.run(
                        """
                        () => [...document.querySelectorAll('*')].flatMap(e => [
                          ...[...e.attributes].filter(a => a.name.startsWith('on') || a.name === 'srcdoc' || a.name === 'style' || /^\\s*(javascript|data|vbscript):/i.test(a.value) && ['href', 'src', 'action', 'formaction', 'data'].includes(a.name)).map(a => `${e.tagName} ${a.name}=${a.value}`),
                          ...(['SCRIPT', 'LINK', 'IMG', 'IFRAME', 'BASE'].includes(e.tagName) && (e.src || e.href) && !(e.src || e.href).startsWith(location.origin) ? [e.outerHTML] : []),
                          ...(e.tagName === 'SCRIPT' && !e.src && e.type !== 'application/json' ? [e.outerHTML] : []),
                          ...(['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'META'].includes(e.tagName) && e.closest('main') ? [e.outerHTML] : [])])
                        """);
        assertThat(BrowserWindow.strings(found)).as(place).isEmpty();
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s", " ").strip();
    }

    private static String message(Visitor author, String words) {
        return message(author, oneLine(words), words);
    }

    private static String message(Visitor author, String subject, String text) {
        var page = author.open("/messages/new");
        var family =
                choice(author.open("/messages/recipients?q=Yanis"), "Responsables de Yanis Benali");
        var sent =
                author.form(page, "/messages")
                        .without("to")
                        .without("look")
                        .add("to", family)
                        .fill("subject", subject)
                        .fill("text", text)
                        .send();
        assertThat(sent.words()).contains("Message envoyé");
        return sent.path();
    }

    private static String note(Visitor author, String words) {
        var page = author.open("/liaison/new");
        var sent =
                author.form(page, "/liaison")
                        .add("to", choice(page, "Familles de CP A"))
                        .fill("title", oneLine(words))
                        .fill("text", words)
                        .send();
        assertThat(sent.status()).as(sent.words()).isEqualTo(200);
        return sent.path();
    }

    private static void answer(Visitor reader, String message, String words) {
        var sent = reader.form(reader.open(message), message + "/reply").fill("text", words).send();
        assertThat(sent.words()).contains("Message envoyé");
    }

    private static String choice(Visitor.Answer page, String title) {
        return page.page().select("label.choice").stream()
                .filter(choice -> choice.select(".choice__title").text().equals(title))
                .findFirst()
                .orElseThrow()
                .select("input")
                .attr("value");
    }
}
