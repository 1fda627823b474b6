package fr.preau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of the test database: empty at the start of each run. */
final class TestData {
    private static final Path FOLDER = Path.of("target/test-data");

    private TestData() {}

    static void empty() {
        if (!Files.exists(FOLDER)) return;
        try (var all = Files.walk(FOLDER)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
