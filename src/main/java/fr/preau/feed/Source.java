package fr.preau.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Where deliveries are read: a folder to its bottom, archives inside it included, or one archive.
 * What archives held is gone when it is closed.
 */
final class Source implements AutoCloseable {
    private final Path path;
    private final List<Path> unpacked = new ArrayList<>();
    private final List<DeliveryFile> files = new ArrayList<>();

    private Source(Path path) {
        this.path = path;
    }

    static Source open(Path path) throws Delivery.Unreadable {
        var source = new Source(path);
        try {
            source.look();
        } catch (Delivery.Unreadable e) {
            source.close();
            throw e;
        }
        return source;
    }

    List<DeliveryFile> files() {
        return files;
    }

    /** In bytes. */
    long size() {
        return files.stream().mapToLong(file -> file.path().toFile().length()).sum();
    }

    String name() {
        var name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private void look() throws Delivery.Unreadable {
        if (Files.isRegularFile(path) && Archive.isOne(path)) take(path);
        else if (Files.isDirectory(path)) for (var file : below(path)) takeOrList(file);
        else
            throw new Delivery.Unreadable(
                    "Le dossier "
                            + path
                            + " n'existe pas, ou n'est ni un dossier ni une archive (.tgz, .zip).");
        if (files.isEmpty())
            throw new Delivery.Unreadable(
                    (Files.isDirectory(path) ? "Le dossier " : "L'archive ")
                            + path
                            + " ne contient aucun fichier AAF 1D (…_EtabEducNat_0000.xml, …_Eleve_0000.xml, …).");
    }

    private void takeOrList(Path file) throws Delivery.Unreadable {
        if (Archive.isOne(file)) take(file);
        else DeliveryFile.of(file).ifPresent(files::add);
    }

    private void take(Path archive) throws Delivery.Unreadable {
        try {
            var folder = Files.createTempDirectory("preau-delivery");
            unpacked.add(folder);
            Archive.unpack(archive, folder, Archive.LARGEST);
            for (var file : below(folder)) DeliveryFile.of(file).ifPresent(files::add);
        } catch (IOException e) {
            throw new Delivery.Unreadable(
                    "L'archive "
                            + archive.getFileName()
                            + " ne peut pas être ouverte : elle est coupée ou n'est pas une archive.");
        }
    }

    private static List<Path> below(Path folder) throws Delivery.Unreadable {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Delivery.Unreadable("Le dossier " + folder + " ne peut pas être lu.");
        }
    }

    @Override
    public void close() {
        for (var folder : unpacked) FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
