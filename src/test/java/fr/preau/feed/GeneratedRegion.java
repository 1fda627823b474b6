package fr.preau.feed;

import fr.preau.generator.GenerateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of a generated région, read as a real one is. */
final class GeneratedRegion {
    final Path folder;

    GeneratedRegion(Path folder, int schools, String... more) {
        this.folder = folder;
        var arguments =
                new ArrayList<>(List.of("--schools", "" + schools, "--out", folder.toString()));
        arguments.addAll(List.of(more));
        if (new GenerateCommand().run(arguments) != 0) throw new AssertionError("not generated");
    }

    /** The records of the files whose name has this in it, in reading order. */
    List<FeedRecord> records(String academy, String named) {
        var found = new ArrayList<FeedRecord>();
        try (var files = Files.list(folder.resolve(academy))) {
            for (var file : files.filter(f -> f.toString().contains(named)).sorted().toList())
                read(file, found);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private static void read(Path file, List<FeedRecord> found) {
        try (var content = Files.newInputStream(file)) {
            RecordReader.read(content, new Sink(found));
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private record Sink(List<FeedRecord> found) implements RecordReader.Sink {
        @Override
        public void record(FeedRecord read) {
            found.add(read);
        }

        @Override
        public void unusable(String id, String reason) {
            throw new AssertionError(id + ": " + reason);
        }
    }

    /** Everybody of an academy after so many partial deliveries, applied as the format says. */
    Map<String, FeedRecord> people(String academy, String... partials) {
        var people = new LinkedHashMap<String, FeedRecord>();
        for (var record : records(academy, "Complet_20240902"))
            if (!record.category().equals("EtabEducNat")) people.put(record.id(), record);
        for (var partial : partials)
            for (var record : records(academy, "Delta_" + partial))
                if (!record.category().equals("EtabEducNat")) apply(record, people);
        return people;
    }

    private static void apply(FeedRecord record, Map<String, FeedRecord> people) {
        var known = people.get(record.id());
        if ((known == null) != (record.request() == FeedRecord.Request.ADD))
            throw new AssertionError(record.request() + " of " + record.id());
        switch (record.request()) {
            case ADD -> people.put(record.id(), record);
            case DELETE -> people.remove(record.id());
            case MODIFY -> people.put(record.id(), modified(known, record));
        }
    }

    private static FeedRecord modified(FeedRecord known, FeedRecord by) {
        var values = new LinkedHashMap<>(known.values());
        values.putAll(by.values());
        return new FeedRecord(known.category(), FeedRecord.Request.ADD, known.id(), values);
    }
}
