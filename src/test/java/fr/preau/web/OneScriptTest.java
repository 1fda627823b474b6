package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OneScriptTest {
    @Test
    void modules_come_before_those_that_use_them_and_keep_their_own_scope() {
        var script =
                OneScript.of(
                        Map.of(
                                "entry", "import { a as first } from './one.js'\nfirst()",
                                "one",
                                        "import { b } from './two.js'\nconst own = b\nexport function a() { return own }",
                                "two", "export const b = 2"),
                        "entry");
        assertThat(script)
                .containsSubsequence(
                        "const $two",
                        "return { b }",
                        "const $one",
                        "const { b } = $two",
                        "return { a }",
                        "const $entry",
                        "const { a: first } = $one")
                .doesNotContain("import ", "export ");
    }

    @Test
    void a_form_that_is_not_understood_stops_the_start() {
        assertThatThrownBy(() -> OneScript.of(Map.of("entry", "export default 3"), "entry"))
                .hasMessageContaining("not understood");
        assertThatThrownBy(() ->
                        OneScript.of(Map.of("entry", "import { a } from './none.js'"), "entry"))
                .hasMessageContaining("none");
    }
}
