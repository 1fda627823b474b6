package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a page costs on the line, as the browser itself counts it. */
@Journey
class WeightTest {
    private static final int FIRST_VISIT = 100_000;
    private static final int NEXT_PAGE = 10_000;

    /** The bytes of everything asked from now on, headers included, by address. */
    private static final class Line {
        private final Map<String, String> addresses = new LinkedHashMap<>();
        private final Map<String, Integer> bytes = new LinkedHashMap<>();
        private final BrowserWindow window;

        Line(BrowserWindow window) {
            this.window = window;
            CDPSession browser = window.context().newCDPSession(window.page());
            browser.send("Network.enable");
            browser.on("Network.requestWillBeSent", this::asked);
            browser.on(
                    "Network.requestServedFromCache",
                    event -> addresses.remove(event.get("requestId").getAsString()));
            browser.on("Network.responseReceived", this::answered);
            browser.on("Network.loadingFinished", this::arrived);
        }

        private void asked(JsonObject event) {
            var address = event.getAsJsonObject("request").get("url").getAsString();
            if (!address.startsWith("data:") && !address.endsWith("/live"))
                addresses.put(event.get("requestId").getAsString(), address);
        }

        private void answered(JsonObject event) {
            if (event.getAsJsonObject("response").get("fromDiskCache").getAsBoolean())
                addresses.remove(event.get("requestId").getAsString());
        }

        private void arrived(JsonObject event) {
            var address = addresses.get(event.get("requestId").getAsString());
            if (address != null)
                bytes.merge(address, event.get("encodedDataLength").getAsInt(), Integer::sum);
        }

        Line open(String path) {
            addresses.clear();
            bytes.clear();
            window.page().navigate(path);
            window.page().waitForLoadState(LoadState.NETWORKIDLE);
            return this;
        }

        int weight(Predicate<String> which) {
            return bytes.entrySet().stream()
                    .filter(entry -> which.test(entry.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        void isAtMost(int weight, int requests) {
            assertThat(weight(address -> true)).as("bytes: %s", bytes).isBetween(1, weight);
            assertThat(addresses.values()).as("requests").hasSizeLessThanOrEqualTo(requests);
        }

        void hasLightParts() {
            assertThat(weight(a -> a.endsWith(".js"))).as("script").isBetween(1, 35_000);
            assertThat(weight(a -> a.endsWith(".css"))).as("styles").isBetween(1, 20_000);
            assertThat(weight(a -> a.endsWith(".woff2"))).as("fonts").isBetween(1, 40_000);
        }
    }

    @Test
    void the_door_is_light(Browsers browsers) {
        var line = new Line(browsers.phone()).open("/sign-in");
        line.isAtMost(FIRST_VISIT, 10);
        line.hasLightParts();
        line.open("/mentions-legales").isAtMost(NEXT_PAGE, 2);
    }

    @Test
    void a_guardians_home_is_light(Browsers browsers) {
        var line = new Line(browsers.as(Browsers.Device.PHONE, "amina.benali")).open("/");
        line.isAtMost(FIRST_VISIT, 10);
        line.hasLightParts();
        line.open("/liaison").isAtMost(NEXT_PAGE, 2);
        line.open("/").isAtMost(NEXT_PAGE, 2);
    }

    @Test
    void a_teachers_follow_up_is_light(Browsers browsers) {
        var line = new Line(browsers.as(Browsers.Device.DESKTOP, "helene.costa")).open("/");
        line.isAtMost(FIRST_VISIT, 10);
        line.open("/liaison/1").isAtMost(NEXT_PAGE, 2);
        line.open("/liaison/new").isAtMost(NEXT_PAGE, 2);
    }
}
