package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void every_module_is_in_the_one_script_after_those_it_needs() {
        var assets = new Assets();
        var script = new String(assets.find("js/preau.js").plain(), StandardCharsets.UTF_8);
        assertThat(script.lines()).noneMatch(line -> line.matches("(import|export)\\b.*"));
        assertThat(script)
                .containsSubsequence(
                        "const $page = ",
                        "const $live = ",
                        "const { announce, isWritten, parse, replace, same } = $page",
                        "const $flash = ",
                        "const $signing = ",
                        "const { start: startFlash } = $flash",
                        "const $preau = ");
        assertThat(assets.find("js/page.js")).isNull();
    }

    @Test
    void names_stay_in_their_module() {
        assertThat(
                        Script.of(
                                "a",
                                Map.of(
                                        "a",
                                        "// entry\nimport { start as go } from './b.js'\nconst start = 1\ngo(start)",
                                        "b",
                                        "export function start(x) {}\nexport const y = 2")))
                .isEqualTo(
                        """
                        const $b = (() => {
                        function start(x) {}
                        const y = 2
                        return { start, y }
                        })()
                        const $a = (() => {
                        const { start: go } = $b
                        const start = 1
                        go(start)
                        return {  }
                        })()
                        """);
    }

    @Test
    void what_is_not_understood_stops_the_start() {
        refused("import x from './b.js'", "cannot make one script");
        refused("import { z } from './b.js'", "cannot make one script");
        refused("import { z } from './c.js'", "no module c.js");
        refused("import { b } from './b.js'\nexport default 1", "cannot make one script");
        refused("const alone = 1", "no module imports [b]");
    }

    private static void refused(String module, String why) {
        assertThatThrownBy(() -> Script.of("a", Map.of("a", module, "b", "export const b = 1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }
}
