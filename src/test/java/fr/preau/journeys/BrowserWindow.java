package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One window of one person. It watches itself: everything that a page does and should not is a
 * fault.
 */
public final class BrowserWindow {
    private static final String AXE = axe();
    private static final String REFUSED_BY_POLICY =
            """
            addEventListener('securitypolicyviolation', e => console.error(`refused by policy: ${e.violatedDirective} ${e.blockedURI}`))\
            """;
    private static final String CHECK =
            """
            async () => {
              const found = await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] })
              return found.violations.map(v => `${v.id}: ${v.help}: ` + v.nodes.slice(0, 4).map(n => `${n.target.join(' ')} [${n.any.concat(n.all, n.none).map(c => c.message).join('; ').slice(0, 160)}]`).join(' | '))
            }\
            """;
    private static final String OVERFLOW =
            """
            () => {
              const room = document.documentElement.clientWidth
              if (document.documentElement.scrollWidth <= room) return []
              return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 1).slice(0, 4).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)} > ${room}`)
            }\
            """;

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private String elsewhere;
    private final List<String> faults = new ArrayList<>();

    BrowserWindow(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.addInitScript(REFUSED_BY_POLICY);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // The browser says so of every 4xx; which answers are expected is for the test to say.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource"))
                fault("console: " + message.text());
        });
        page.onPageError(error -> fault("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address)
                    && !request.url().startsWith("data:")
                    && (elsewhere == null || !request.url().startsWith(elsewhere)))
                fault("another host: " + request.url());
        });
        page.onRequestFailed(request -> {
            if (!leftBehind(request)) fault("lost: " + request.url() + " " + request.failure());
        });
        page.onResponse(response -> {
            if (response.status() >= 500
                    || response.status() >= 400 && !response.request().isNavigationRequest())
                fault(response.status() + ": " + response.url());
        });
    }

    /**
     * A page that is left ends what it was still asking for: the live stream, a sound, a draft on
     * its way.
     */
    private static boolean leftBehind(Request request) {
        return "net::ERR_ABORTED".equals(request.failure());
    }

    private void fault(String what) {
        faults.add(page.url().replace(address, "") + " " + what);
    }

    List<String> faults() {
        return faults;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** A site of somebody else that this window is meant to reach. */
    public BrowserWindow reaching(String site) {
        elsewhere = site;
        return this;
    }

    public BrowserWindow withSession(String token) {
        context.addCookies(List.of(new Cookie("preau", token).setUrl(address)));
        return this;
    }

    public void loseSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("preau"));
    }

    /** Opens a page and looks at it: accessible, nothing to scroll sideways. */
    public BrowserWindow open(String path) {
        page.navigate(path);
        look();
        return this;
    }

    /** The status of the answer, when that is all one wants to know. */
    public int status(String path) {
        return page.navigate(path).status();
    }

    /** The doors as everybody passes them: login, second factor filled in by the demo, charter. */
    public BrowserWindow signIn(String login) {
        if (!page.url().contains("/sign-in")) page.navigate("/sign-in");
        page.getByLabel("Identifiant").fill(login);
        page.getByLabel("Mot de passe").fill("preau-demo-2024");
        page.locator("form.sheet").getByRole(AriaRole.BUTTON).click();
        if (page.url().contains("/second-factor")) button("Continuer").click();
        if (page.url().endsWith("/charter")) {
            page.locator("#agreed").check();
            page.locator("form.form .btn--primary").click();
        }
        assertThat(page.locator(".menu__button")).isVisible();
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    public Locator main() {
        return page.locator("main");
    }

    public void sees(String text) {
        assertThat(page.locator("body")).containsText(text);
    }

    public String path() {
        return page.url().replace(address, "");
    }

    /** What axe and a ruler find on the page as it is. */
    public BrowserWindow look() {
        accessible();
        fits();
        return this;
    }

    public void accessible() {
        page.evaluate(AXE);
        for (var violation : strings(page.evaluate(CHECK))) fault("axe: " + violation);
    }

    public void fits() {
        for (var wide : strings(page.evaluate(OVERFLOW)))
            fault("too wide at " + page.viewportSize().width + ": " + wide);
    }

    /** Looks again at the width of a small phone, which is also a page enlarged four times. */
    public void fitsAt(int width) {
        var usual = page.viewportSize();
        page.setViewportSize(width, usual.height);
        fits();
        page.setViewportSize(usual.width, usual.height);
    }

    public Object run(String script) {
        return page.evaluate(script);
    }

    public void photograph(String file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)).setFullPage(true));
    }

    /** The part of the page that is on the screen, for the README. */
    void photographScreen(String file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
    }

    void close() {
        context.close();
    }

    static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var source = BrowserWindow.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
