package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * School lines are slow and shared: what a page weighs on the line, compressed, headers included.
 */
@Journey
class WeightTest {
    private static final int KB = 1000;

    private record Answer(String url, String type, double bytes) {}

    /** What came over the line since the scale was put down. */
    private static final class Scale {
        private final List<Answer> answers = new ArrayList<>();
        private final Map<String, JsonObject> responses = new HashMap<>();

        Scale(BrowserWindow window) {
            CDPSession line = window.context().newCDPSession(window.page());
            line.send("Network.enable");
            line.on(
                    "Network.responseReceived",
                    event -> responses.put(event.get("requestId").getAsString(), event));
            line.on("Network.loadingFinished", this::finished);
        }

        /** What the browser had kept weighs nothing and was not asked for. */
        private void finished(JsonObject event) {
            var response = responses.get(event.get("requestId").getAsString());
            if (response == null || event.get("encodedDataLength").getAsDouble() == 0) return;
            var about = response.getAsJsonObject("response");
            var kept = about.has("fromDiskCache") && about.get("fromDiskCache").getAsBoolean();
            if (kept || about.get("url").getAsString().startsWith("data:")) return;
            answers.add(
                    new Answer(
                            about.get("url").getAsString(),
                            response.get("type").getAsString(),
                            event.get("encodedDataLength").getAsDouble()));
        }

        List<Answer> take(BrowserWindow window) {
            window.page().waitForLoadState(LoadState.NETWORKIDLE);
            var taken = List.copyOf(answers);
            answers.clear();
            return taken;
        }
    }

    private static double weight(List<Answer> answers, String... types) {
        return answers.stream()
                .filter(a -> types.length == 0 || List.of(types).contains(a.type()))
                .mapToDouble(Answer::bytes)
                .sum();
    }

    private static void isLightAtFirst(List<Answer> first) {
        assertThat(first).as("the premise: the line was weighed").hasSizeGreaterThan(3);
        assertThat(first).hasSizeLessThanOrEqualTo(10);
        assertThat(weight(first)).as("%s", first).isLessThanOrEqualTo(100 * KB);
        assertThat(weight(first, "Script")).as("script").isPositive().isLessThanOrEqualTo(35 * KB);
        assertThat(weight(first, "Stylesheet"))
                .as("style")
                .isPositive()
                .isLessThanOrEqualTo(20 * KB);
        assertThat(weight(first, "Font")).as("fonts").isPositive().isLessThanOrEqualTo(40 * KB);
    }

    @Test
    void a_first_visit_at_the_door_is_light(Browsers browsers) {
        var window = browsers.phone();
        var scale = new Scale(window);
        window.page().navigate("/sign-in");
        isLightAtFirst(scale.take(window));
    }

    @Test
    void a_first_visit_at_home_is_light_and_the_next_page_nearly_weightless(Browsers browsers) {
        var window = browsers.as(Browsers.Device.PHONE, "amina.benali");
        var scale = new Scale(window);
        window.page().navigate("/");
        isLightAtFirst(scale.take(window));

        for (var next : new String[] {"/liaison", "/notifications", "/"}) {
            window.page().navigate(next);
            var answers = scale.take(window);
            assertThat(answers).as(next).isNotEmpty().hasSizeLessThanOrEqualTo(2);
            assertThat(weight(answers)).as(next).isLessThanOrEqualTo(10 * KB);
        }
    }
}
