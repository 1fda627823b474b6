package fr.preau.deliveries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The folder where the académies' deliveries arrive ({@code PREAU_DROP}): files, folders and
 * archives, by their name inside it and never by a path.
 */
@Component
public final class DropFolder {
    private final Optional<Path> path;

    DropFolder(Environment settings) {
        this.path =
                Optional.ofNullable(settings.getProperty("preau.drop"))
                        .filter(p -> !p.isBlank())
                        .map(Path::of);
    }

    /** Something that arrived. Size in bytes, of what it holds. */
    public record Entry(String name, long bytes, Instant modifiedAt) {}

    boolean isWatched() {
        return path.isPresent();
    }

    /** The whole folder, or one thing inside it; empty when there is no such thing. */
    Optional<Path> find(String name) {
        if (path.isEmpty()) return Optional.empty();
        if (name.isEmpty()) return path;
        return entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(entry -> path.get().resolve(entry.name()));
    }

    /** What arrived, the latest first. */
    List<Entry> entries() {
        if (path.isEmpty() || !Files.isDirectory(path.get())) return List.of();
        try (var all = Files.list(path.get())) {
            return all.filter(p -> !p.getFileName().toString().startsWith("."))
                    .map(DropFolder::entry)
                    .sorted(Comparator.comparing(Entry::modifiedAt).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The same as long as nothing arrives, grows or goes: names, sizes, moments. */
    String signature() {
        return entries().stream()
                .map(e -> e.name() + " " + e.bytes() + " " + e.modifiedAt().toEpochMilli())
                .collect(Collectors.joining("\n"));
    }

    private static Entry entry(Path path) {
        try (var files = Files.walk(path)) {
            var bytes = 0L;
            var latest = Instant.EPOCH;
            for (var file : files.toList()) {
                var facts = Files.readAttributes(file, BasicFileAttributes.class);
                if (facts.isRegularFile()) bytes += facts.size();
                var moment = facts.lastModifiedTime().toInstant();
                if (moment.isAfter(latest)) latest = moment;
            }
            return new Entry(path.getFileName().toString(), bytes, latest);
        } catch (IOException | java.io.UncheckedIOException e) {
            // It goes or changes while it is looked at: the next look will tell.
            return new Entry(path.getFileName().toString(), 0, Instant.EPOCH);
        }
    }
}
