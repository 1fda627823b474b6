package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.web.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Pattern WHOLE =
            Pattern.compile("\"([a-z][a-zA-Z-]*(?:\\.[a-zA-Z0-9_-]+)+)\"");
    private static final Pattern BEGINNING =
            Pattern.compile(
                    "\\b(?:t|count)\\(\\s*\"([a-z][a-zA-Z-]*\\.(?:[a-zA-Z0-9_-]+\\.)*)\"\\s*\\+");
    private static final Pattern CALLED =
            Pattern.compile("\\bt\\(\\s*\"([a-z][^\"]*[^.\"])\"\\s*[,)]");
    private static final Pattern COUNTED =
            Pattern.compile("\\bcount\\(\\s*\"([a-z][^\"]*[^.\"])\"\\s*,");

    private static String sources() throws Exception {
        var all = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList())
                all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }

    @Test
    void every_word_used_is_written() throws Exception {
        var text = sources();
        var missing = new TreeSet<String>();
        CALLED.matcher(text)
                .results()
                .map(r -> r.group(1))
                .filter(key -> !Wording.exists(key))
                .forEach(missing::add);
        COUNTED.matcher(text)
                .results()
                .map(r -> r.group(1))
                .filter(key -> !Wording.exists(key + ".one") || !Wording.exists(key + ".many"))
                .forEach(missing::add);
        BEGINNING
                .matcher(text)
                .results()
                .map(r -> r.group(1))
                .filter(start ->
                        Wording.all().keySet().stream().noneMatch(key -> key.startsWith(start)))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_word_written_is_used() throws Exception {
        var text = sources();
        var used = new TreeSet<String>();
        WHOLE.matcher(text).results().forEach(r -> used.add(r.group(1)));
        var beginnings = BEGINNING.matcher(text).results().map(r -> r.group(1)).toList();
        var idle = new TreeSet<>(Wording.all().keySet());
        idle.removeIf(key ->
                used.contains(key)
                        || used.contains(key.replaceAll("\\.(none|one|many)$", ""))
                        || beginnings.stream().anyMatch(key::startsWith));
        assertThat(idle).isEmpty();
    }

    @Test
    void words_are_well_set() {
        Wording.all()
                .forEach((key, words) -> {
                    assertThat(words).as(key).doesNotContain("'", "!", "  ");
                    assertThat(words.strip()).as(key).isEqualTo(words).isNotEmpty();
                });
    }

    @Test
    void no_line_begins_with_a_mark_nor_ends_with_an_opening_quote() {
        Wording.all()
                .values()
                .forEach(words -> assertThat(words).doesNotContainPattern("« | [:;?»%€]"));
        assertThat(Wording.all().values()).anyMatch(words -> words.contains("\u00a0:"));
    }

    @Test
    void a_little_word_gives_way_to_a_vowel() {
        assertThat(Wording.t("access.cards.open", "Inès")).isEqualTo("Ouvrir la carte d’Inès");
        assertThat(Wording.t("access.cards.open", "Éva")).isEqualTo("Ouvrir la carte d’Éva");
        assertThat(Wording.t("access.cards.open", "Yanis")).isEqualTo("Ouvrir la carte de Yanis");
    }
}
