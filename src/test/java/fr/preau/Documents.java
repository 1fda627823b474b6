package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated documents: the test compares, and with {@code -Dpreau.documents=write} it writes. */
final class Documents {
    private Documents() {}

    static void isUpToDate(String file, String expected) {
        var path = Path.of("docs", file);
        try {
            if ("write".equals(System.getProperty("preau.documents")))
                Files.writeString(path, expected);
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as(path + " is stale: bin/documents writes it anew, read the difference")
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
