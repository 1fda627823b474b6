package fr.preau.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A delivery in one file ({@code .tgz}, {@code .tar.gz}, {@code .zip}). Only the files whose name
 * is a delivery's are taken out, under their last name alone: a path inside an archive leads
 * nowhere.
 */
final class Archive {
    /** A whole académie weighs about two gigabytes. */
    static final long LARGEST = 20L << 30;

    private static final int MOST_FILES = 10_000;

    private Archive() {}

    static boolean isOne(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".tgz") || name.endsWith(".tar.gz") || name.endsWith(".zip");
    }

    /** Takes the delivery's files out into a folder. */
    static void unpack(Path archive, Path into, long largest)
            throws IOException, Delivery.Unreadable {
        var left = largest;
        var files = 0;
        try (var entries = entries(archive)) {
            for (ArchiveEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                var file = into.resolve(lastName(entry.getName()));
                if (entry.isDirectory() || DeliveryFile.of(file).isEmpty()) continue;
                if (++files > MOST_FILES) throw tooLarge(archive);
                left -= copy(entries, file, left, archive);
            }
        }
    }

    private static ArchiveInputStream<?> entries(Path archive) throws IOException {
        var content = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        return archive.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")
                ? new ZipArchiveInputStream(content)
                : new TarArchiveInputStream(
                        GzipCompressorInputStream.builder()
                                .setInputStream(content)
                                .setDecompressConcatenated(true)
                                .get());
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static long copy(InputStream content, Path file, long left, Path archive)
            throws IOException, Delivery.Unreadable {
        var done = 0L;
        var bytes = new byte[1 << 16];
        try (var out = Files.newOutputStream(file)) {
            for (var n = content.read(bytes); n >= 0; n = content.read(bytes)) {
                done += n;
                if (done > left) throw tooLarge(archive);
                out.write(bytes, 0, n);
            }
        }
        return done;
    }

    private static Delivery.Unreadable tooLarge(Path archive) {
        return new Delivery.Unreadable(
                "L'archive "
                        + archive.getFileName()
                        + " contient plus que ce qu'une livraison peut peser : elle n'est pas lue.");
    }
}
