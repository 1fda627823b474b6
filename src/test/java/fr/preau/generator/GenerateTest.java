package fr.preau.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int generate(String... arguments) {
        return new GenerateCommand()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Map<String, String> written(String name, String... more) throws Exception {
        var to = folder.resolve(name);
        var arguments = new java.util.ArrayList<>(List.of("--out", to.toString()));
        arguments.addAll(List.of(more));
        assertThat(generate(arguments.toArray(String[]::new))).isZero();
        var digests = new TreeMap<String, String>();
        try (var files = Files.walk(to)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                digests.put(to.relativize(file).toString(), digest(file));
        }
        return digests;
    }

    private static String digest(Path file) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(sha);
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws Exception {
        var once = written("once", "--schools", "20", "--seed", "7", "--days", "2", "--faults");
        var twice = written("twice", "--schools", "20", "--seed", "7", "--days", "2", "--faults");
        assertThat(once).hasSize(2 * 3 * 4).isEqualTo(twice);
        assertThat(written("other", "--schools", "20", "--seed", "8", "--days", "2", "--faults"))
                .isNotEqualTo(once);
    }

    @Test
    void what_follows_a_full_delivery_does_not_change_it() throws Exception {
        var alone = written("alone", "--schools", "20");
        var followed = written("followed", "--schools", "20", "--delta");
        assertThat(followed).containsAllEntriesOf(alone);
        assertThat(followed.keySet())
                .contains(
                        "montpellier/ENTOCC_MONTPELLIER_Complet_20240902_Eleve_0000.xml",
                        "toulouse/ENTOCC_TOULOUSE_Delta_20240903_PersRelEleve_0000.xml");
    }

    @Test
    void the_bytes_of_one_seed_are_known() throws Exception {
        var first = written("known", "--schools", "2");
        assertThat(first.get("toulouse/ENTOCC_TOULOUSE_Complet_20240902_Eleve_0000.xml"))
                .as("a change here is a change of every measure that compares with an earlier one")
                .startsWith("31863307c91f");
    }

    @Test
    void files_are_cut_at_twenty_thousand_records() throws Exception {
        try (var files = new CutFiles(folder, "cut")) {
            for (var i = 0; i < 20_001; i++) files.add("<addRequest/>\n");
        }
        assertThat(count("cut_0000.xml")).isEqualTo(20_000);
        assertThat(count("cut_0001.xml")).isEqualTo(1);
    }

    private long count(String file) throws Exception {
        try (var lines = Files.lines(folder.resolve(file))) {
            return lines.filter("<addRequest/>"::equals).count();
        }
    }

    @Test
    void a_wrong_command_says_what_is_wrong_and_what_is_right() {
        assertThat(generate("--schools", "many", "--out", folder.toString())).isEqualTo(2);
        assertThat(generate("--out", folder.toString())).isEqualTo(2);
        assertThat(generate("--schools", "3")).isEqualTo(2);
        assertThat(generate("--schools", "3", "--out", folder.toString(), "--date", "2024-09-02"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "Valeur inattendue après --schools : many",
                        "Il manque le nombre d'écoles",
                        "Il manque le dossier",
                        "Date inattendue : 2024-09-02",
                        "java -jar preau.jar generate");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void help_is_given() {
        assertThat(generate("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--schools", "--faults");
    }
}
