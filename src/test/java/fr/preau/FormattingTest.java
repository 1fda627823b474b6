package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormattingTest {
    @Test
    void formatting_is_not_discussed() throws Exception {
        var formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        var write = "write".equals(System.getProperty("preau.format"));
        List<String> unformatted = new ArrayList<>();
        for (var folder : List.of("src/main/java", "src/test/java", "src/launcher/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    var text = Files.readString(file);
                    var formatted =
                            formatter.formatSource(RemoveUnusedImports.removeUnusedImports(text));
                    if (formatted.equals(text)) continue;
                    if (write) Files.writeString(file, formatted);
                    else unformatted.add(file.toString());
                }
            }
        }
        assertThat(unformatted).as("bin/format does it").isEmpty();
    }
}
