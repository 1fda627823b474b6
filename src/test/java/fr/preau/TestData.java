package fr.preau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The folders of these tests; tests that run beside them in another process have their own. */
public final class TestData {
    private static final String PROCESS = System.getProperty("preau.process", "0");

    /** The demo's database. */
    static final Path SCHOOL = Path.of("target/test-data-" + PROCESS);

    /** The database of a feed that starts from nothing. */
    public static final Path FEED = Path.of("target/feed-data-" + PROCESS);

    /** Where deliveries are dropped. */
    public static final Path DROP = Path.of("target/test-drop-" + PROCESS);

    private TestData() {}

    /** What an earlier run has left is gone. */
    public static void empty(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
