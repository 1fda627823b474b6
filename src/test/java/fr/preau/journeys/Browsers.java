package fr.preau.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import fr.preau.Visitors;
import fr.preau.web.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Real browsers for a test: one Chromium for the whole run, one window with its own cookies for
 * each device. At the end of the test every window is closed, and what went wrong in any of them
 * (console, lost request, other host, refused by policy) makes the test red.
 */
public final class Browsers implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(Browsers.class);
    private static final int PATIENCE = 10_000;

    private final List<BrowserWindow> windows = new ArrayList<>();
    private Visitors visitors;

    /** What a person holds. */
    public enum Device {
        /** A narrow window is a phone with large letters, or a page enlarged four times. */
        NARROW(320, 640, true),
        PHONE(390, 844, true),
        TABLET(820, 1180, true),
        DESKTOP(1440, 900, false);

        final int width;
        final int height;
        final boolean touch;

        Device(int width, int height, boolean touch) {
            this.width = width;
            this.height = height;
            this.touch = touch;
        }
    }

    /** One for the JVM; started at the first test that wants it and ended with the JVM. */
    private static final class Chromium {
        static final Browser ONLY = start();

        static Browser start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            var playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(path())
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-quic",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--no-first-run")));
        }

        static Path path() {
            return Stream.of(
                            System.getenv("PREAU_CHROMIUM"),
                            "/usr/bin/chromium-headless-shell",
                            "/usr/bin/chromium",
                            "/usr/bin/google-chrome",
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                    .filter(Objects::nonNull)
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "no Chromium here: install chromium-headless-shell or chromium (bin/browser does), or say where it is in PREAU_CHROMIUM"));
        }
    }

    public BrowserWindow phone() {
        return window(Device.PHONE);
    }

    public BrowserWindow desktop() {
        return window(Device.DESKTOP);
    }

    public BrowserWindow window(Device device) {
        return window(device, true, ColorScheme.LIGHT);
    }

    public BrowserWindow withoutScript(Device device) {
        return window(device, false, ColorScheme.LIGHT);
    }

    public BrowserWindow window(Device device, boolean script, ColorScheme scheme) {
        return window(device, scheme, options -> options.setJavaScriptEnabled(script));
    }

    /** A browser that heeds no policy of the page: what stands then is what was written. */
    public BrowserWindow withoutPolicy(Device device) {
        return window(device, ColorScheme.LIGHT, options -> options.setBypassCSP(true));
    }

    private BrowserWindow window(
            Device device, ColorScheme scheme, UnaryOperator<Browser.NewContextOptions> more) {
        var context =
                Chromium.ONLY.newContext(
                        more.apply(
                                new Browser.NewContextOptions()
                                        .setBaseURL(visitors.address())
                                        .setViewportSize(device.width, device.height)
                                        .setHasTouch(device.touch)
                                        .setIsMobile(device.touch)
                                        .setColorScheme(scheme)
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setLocale("fr-FR")
                                        .setTimezoneId("Europe/Paris")));
        context.setDefaultTimeout(PATIENCE);
        var window = new BrowserWindow(context, visitors.address());
        windows.add(window);
        return window;
    }

    /**
     * A window of somebody who came in earlier: session open, charter accepted, second factor
     * proved.
     */
    public BrowserWindow as(Device device, String login, Profile... profile) {
        return window(device).withSession(session(login, profile));
    }

    public String session(String login, Profile... profile) {
        return visitors.as(login, profile).cookie("preau");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Browsers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var browsers = new Browsers();
        browsers.visitors = SpringExtension.getApplicationContext(context).getBean(Visitors.class);
        context.getStore(HERE).put("browsers", browsers);
        return browsers;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var browsers = context.getStore(HERE).get("browsers", Browsers.class);
        if (browsers == null) return;
        if (context.getExecutionException().isPresent() && !browsers.windows.isEmpty())
            browsers.windows
                    .getLast()
                    .photograph(
                            "target/journeys/"
                                    + context.getDisplayName().replaceAll("\\W+", "-")
                                    + ".png");
        var faults =
                browsers.windows.stream()
                        .flatMap(window -> window.faults().stream())
                        .distinct()
                        .toList();
        browsers.windows.forEach(BrowserWindow::close);
        if (!faults.isEmpty() && context.getExecutionException().isEmpty())
            throw new AssertionError(String.join("\n", faults));
    }
}
