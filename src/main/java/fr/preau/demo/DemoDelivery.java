package fr.preau.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The carried deliveries of September 2024, with every date moved by whole school years to the year
 * of the loading.
 */
final class DemoDelivery {
    private static final int WRITTEN_FOR = 2024;
    private static final Pattern DATE = Pattern.compile("(\\b\\d{2}/\\d{2}/)(\\d{4})\\b");
    private static final Pattern FILE_DATE = Pattern.compile("_(\\d{4})(\\d{4})_");

    private DemoDelivery() {}

    /** Years between the school year of the files and the one of this day. */
    static int shift(LocalDate today) {
        return (today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1) - WRITTEN_FOR;
    }

    /** Writes the deliveries into a folder of their own and returns it. */
    static Path unpack(LocalDate today) {
        try {
            var folder = Files.createTempDirectory("preau-demo");
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:/demo/aaf/**/*.xml")) {
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                Files.writeString(
                        folder.resolve(moveName(file.getFilename(), shift(today))),
                        move(text, shift(today)));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String move(String text, int years) {
        return DATE.matcher(text)
                .replaceAll(date -> date.group(1) + (Integer.parseInt(date.group(2)) + years));
    }

    private static String moveName(String name, int years) {
        return FILE_DATE
                .matcher(name)
                .replaceAll(date ->
                        "_" + (Integer.parseInt(date.group(1)) + years) + date.group(2) + "_");
    }
}
