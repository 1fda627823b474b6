package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.journeys.Browsers.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every component in each ambience, by day and by night, on a phone and at a desk. */
@Journey
class GalleryTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^\\s*\\.([a-z]+(?:-[a-z]+)*)(?![\\w-])");

    @Test
    void components_are_accessible_in_each_ambience(Browsers browsers) {
        for (var device : new Device[] {Device.PHONE, Device.DESKTOP}) {
            var window = browsers.window(device);
            for (var ambience : new String[] {"maternelle", "elementaire", "adulte"})
                for (var theme : new String[] {"light", "dark"}) {
                    window.open("/atelier/composants?ambience=" + ambience + "&theme=" + theme)
                            .fitsAt(320);
                    window.sees("Formulaire");
                }
        }
    }

    @Test
    void every_block_that_is_styled_is_used() throws Exception {
        var templates = all("src/main/java/fr/preau", ".jte");
        var idle = new TreeSet<String>();
        BLOCK.matcher(all("src/main/resources/static/css/components", ".css"))
                .results()
                .map(found -> found.group(1))
                .filter(block -> !Pattern.compile("\\b" + block + "\\b").matcher(templates).find())
                .forEach(idle::add);
        assertThat(idle).isEmpty();
    }

    private static String all(String folder, String ending) throws Exception {
        try (var files = Files.walk(Path.of(folder))) {
            var texts = new TreeSet<String>();
            for (var file : files.filter(f -> f.toString().endsWith(ending)).toList())
                texts.add(Files.readString(file));
            return texts.stream().collect(Collectors.joining("\n"));
        }
    }
}
