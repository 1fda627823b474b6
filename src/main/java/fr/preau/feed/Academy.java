package fr.preau.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The two academies of the région, whose identifiers collide: the code goes in front of every key.
 */
enum Academy {
    MONTPELLIER("11", "Académie de Montpellier"),
    TOULOUSE("16", "Académie de Toulouse");

    final String code;
    final String label;

    Academy(String code, String label) {
        this.code = code;
        this.label = label;
    }

    static Optional<Academy> ofCode(String code) {
        return Arrays.stream(values())
                .filter(academy -> academy.code.equals(code.replaceFirst("^0+", "")))
                .findFirst();
    }

    private static Optional<Academy> named(String words) {
        var capitals = words.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(academy -> capitals.contains(academy.name()))
                .findFirst();
    }

    /**
     * The academy that the delivery's structures say, else its file names; empty when neither
     * tells.
     */
    static Optional<Academy> of(Delivery delivery) {
        for (var file : delivery.files()) {
            if (file.kind() != Kind.STRUCTURE) continue;
            var said = saidIn(file);
            if (said.isPresent()) return said;
        }
        return named(delivery.prefix())
                .or(() ->
                        delivery.files().stream()
                                .flatMap(file -> named(file.path().toString()).stream())
                                .findFirst());
    }

    private static Optional<Academy> saidIn(DeliveryFile file) {
        var finder = new Finder();
        try (var content = Files.newInputStream(file.path())) {
            RecordReader.read(content, finder);
        } catch (IOException | BrokenFile | InterruptedException e) {
            // A broken file is reported when it is read for good; what stands before the break may
            // have told.
        }
        return finder.found;
    }

    private static final class Finder implements RecordReader.Sink {
        Optional<Academy> found = Optional.empty();

        @Override
        public void record(FeedRecord read) {
            found =
                    found.or(() -> ofCode(read.first("ENTServAcCodeAcademie")))
                            .or(() -> named(read.first("ENTServAcAcademie")));
        }

        @Override
        public void unusable(String id, String reason) {}
    }
}
