package fr.preau.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Identifiers that a delta names more than once. Known before it is read for good, so that the
 * records of everybody else go straight through and only these wait in memory.
 */
final class Twice implements RecordReader.Sink {
    private final Set<String> once = new HashSet<>();
    private final Set<String> twice = new HashSet<>();

    private Twice() {}

    static Set<String> in(List<DeliveryFile> files) throws InterruptedException {
        var sink = new Twice();
        for (var file : files) {
            if (file.kind() == Kind.STRUCTURE) continue;
            try (var content = Files.newInputStream(file.path())) {
                RecordReader.read(content, sink);
            } catch (IOException | BrokenFile e) {
                // Reported when the file is read for good.
            }
        }
        return sink.twice;
    }

    @Override
    public void record(FeedRecord read) {
        if (!once.add(read.id())) twice.add(read.id());
    }

    @Override
    public void unusable(String id, String reason) {}
}
