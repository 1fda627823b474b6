package fr.preau.feed;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The latest full delivery of one academy found in a folder, in reading order, with what was left
 * alone beside it.
 */
record Delivery(String prefix, String date, List<DeliveryFile> files, List<String> leftAlone) {
    /** Every full delivery of the folder, read to the bottom: one per prefix, the latest. */
    static List<Delivery> in(Path folder) throws Unreadable {
        var found = filesOf(folder);
        if (found.isEmpty()) {
            throw new Unreadable(
                    "Le dossier "
                            + folder
                            + " ne contient aucun fichier AAF 1D (…_EtabEducNat_0000.xml, …_Eleve_0000.xml, …).");
        }
        if (found.stream().noneMatch(DeliveryFile::full)) {
            throw new Unreadable(
                    "Le dossier "
                            + folder
                            + " ne contient que des livraisons partielles (Delta) : "
                            + "il faut d'abord une livraison complète (Complet).");
        }
        var byPrefix =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DeliveryFile::prefix, TreeMap::new, Collectors.toList()));
        return byPrefix.values().stream()
                .filter(files -> files.stream().anyMatch(DeliveryFile::full))
                .map(Delivery::latestOf)
                .toList();
    }

    private static List<DeliveryFile> filesOf(Path folder) throws Unreadable {
        if (!Files.isDirectory(folder))
            throw new Unreadable(
                    "Le dossier " + folder + " n'existe pas, ou n'est pas un dossier.");
        try (var paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(path -> DeliveryFile.of(path).stream())
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Unreadable(
                    "Le dossier " + folder + " ne peut pas être lu : " + e.getMessage());
        }
    }

    private static Delivery latestOf(List<DeliveryFile> files) {
        var date =
                files.stream()
                        .filter(DeliveryFile::full)
                        .map(DeliveryFile::date)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        var read = new ArrayList<DeliveryFile>();
        var leftAlone = new ArrayList<String>();
        for (var file : files) {
            if (!file.full())
                leftAlone.add(file.name() + " : livraison partielle (Delta), laissée de côté");
            else if (!file.date().equals(date))
                leftAlone.add(
                        file.name()
                                + " : plus ancien que la livraison du "
                                + DeliveryFile.written(date));
            else read.add(file);
        }
        read.sort(Comparator.comparing(DeliveryFile::kind).thenComparing(DeliveryFile::name));
        return new Delivery(files.getFirst().prefix(), date, read, leftAlone);
    }

    /** A folder from which nothing can be imported, with the reason in French. */
    static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason);
        }
    }
}
