package fr.preau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The folders of these tests; tests that run beside them in another process have their own. */
public final class TestData {
    private static final String PROCESS = System.getProperty("preau.process", "0");

    /** Where their databases are: in memory, where {@code bin/check} finds room for them. */
    private static final Path DATABASES = Path.of(System.getProperty("preau.databases", "target"));

    /** The demo's database. */
    public static final Path SCHOOL = DATABASES.resolve("test-data-" + PROCESS);

    /** The database of a feed that starts from nothing. */
    public static final Path FEED = DATABASES.resolve("feed-data-" + PROCESS);

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
