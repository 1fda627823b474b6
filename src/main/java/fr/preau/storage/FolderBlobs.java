package fr.preau.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A folder, {@code files} under {@code preau.data} unless {@code preau.files} names another;
 * several nodes share it. A reader meets a whole blob or none: it is written aside, pushed to the
 * disk, and takes its name in one step, whoever else does the same at that moment.
 */
@Component
class FolderBlobs implements Blobs {
    private static final int DIGITS = 2;

    private final Path folder;
    private final Path drafts;
    private final Clock clock;

    FolderBlobs(Environment settings, Clock clock) {
        var chosen = settings.getProperty("preau.files", "");
        this.folder =
                chosen.isBlank()
                        ? Path.of(settings.getProperty("preau.data", "data"), "files")
                        : Path.of(chosen);
        this.drafts = folder.resolve("drafts");
        this.clock = clock;
    }

    @Override
    public Path draft() throws IOException {
        Files.createDirectories(drafts);
        return Files.createTempFile(drafts, "draft-", ".part");
    }

    @Override
    public void put(String content, Path draft) throws IOException {
        var place = placeOf(content);
        if (Files.exists(place)) return;
        Files.createDirectories(place.getParent());
        try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
        Files.move(
                draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        settle(place.getParent());
    }

    /** The new name itself must outlive a power cut. */
    private static void settle(Path directory) throws IOException {
        try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public InputStream open(String content) throws IOException {
        return Files.newInputStream(placeOf(content));
    }

    @Override
    public List<String> before(Instant limit, String digits) throws IOException {
        var shelf = folder.resolve(digits);
        if (!Files.isDirectory(shelf)) return List.of();
        var old = new ArrayList<String>();
        try (var blobs = Files.newDirectoryStream(shelf)) {
            for (var blob : blobs)
                if (Files.getLastModifiedTime(blob).toInstant().isBefore(limit))
                    old.add(digits + blob.getFileName());
        }
        return old;
    }

    @Override
    public void remove(String content) throws IOException {
        Files.deleteIfExists(placeOf(content));
    }

    @Override
    public void forgetDrafts(Instant limit) throws IOException {
        if (!Files.isDirectory(drafts)) return;
        try (var left = Files.newDirectoryStream(drafts)) {
            for (var draft : left)
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(limit))
                    Files.deleteIfExists(draft);
        }
    }

    private Path placeOf(String content) {
        if (!content.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("no content");
        return folder.resolve(content.substring(0, DIGITS)).resolve(content.substring(DIGITS));
    }
}
