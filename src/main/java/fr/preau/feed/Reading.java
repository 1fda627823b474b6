package fr.preau.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the files of a delivery one after the other into staging rows, and keeps count; runs on its
 * own thread, ahead of the database.
 */
final class Reading {
    /** A file being read: its number in the staging rows, its name in the report. */
    record File(int number, String name) {}

    private final Delivery delivery;
    private final Progress progress;
    private final Staging staging;
    private final StructureRows structures;
    private final PersonRows persons;
    private final Map<Kind, Long> read = new EnumMap<>(Kind.class);
    private final Set<Kind> incomplete = EnumSet.noneOf(Kind.class);
    private final List<String> broken = new ArrayList<>();
    private final Set<String> twice = new HashSet<>();
    private final Map<String, Folded> folded = new LinkedHashMap<>();
    private final long size;
    private long done;
    private long number;

    private record Folded(File file, Kind kind, FeedRecord record) {}

    Reading(Delivery delivery, Academy academy, Staging staging, Progress progress) {
        this.delivery = delivery;
        this.progress = progress;
        this.staging = staging;
        this.structures = new StructureRows(staging, academy);
        this.persons = new PersonRows(staging);
        this.size =
                delivery.files().stream().mapToLong(file -> file.path().toFile().length()).sum();
        for (var kind : Kind.values()) {
            read.put(kind, 0L);
            if (delivery.files().stream().noneMatch(file -> file.kind() == kind))
                incomplete.add(kind);
        }
    }

    void run() throws InterruptedException {
        if (!delivery.full()) twice.addAll(Twice.in(delivery.files()));
        var files = 0;
        for (var file : delivery.files()) read(file, new File(++files, file.name()));
        for (var one : folded.values()) {
            number++;
            apply(one.file(), one.kind(), one.record());
        }
        staging.flush();
    }

    private void read(DeliveryFile delivered, File file) throws InterruptedException {
        var before = number;
        staging.add(Staging.Table.FILE, file.number(), file.name());
        try (var content = new Counted(Files.newInputStream(delivered.path()))) {
            RecordReader.read(content, new Sink(file, delivered.kind()));
            progress.file(file.name(), number - before);
        } catch (BrokenFile e) {
            broken(delivered, e.getMessage() + " : " + before(number - before));
        } catch (IOException e) {
            broken(delivered, "le fichier ne peut pas être lu : " + before(number - before));
        }
    }

    private static String before(long count) {
        if (count == 0) return "aucune fiche n'en est entrée";
        return count == 1
                ? "la fiche lue avant est entrée"
                : "les " + count + " fiches lues avant sont entrées";
    }

    private void broken(DeliveryFile file, String reason) throws InterruptedException {
        incomplete.add(file.kind());
        broken.add(file.name() + " : " + reason);
        staging.reject(file.name(), "", reason, false);
    }

    long read(Kind kind) {
        return read.getOrDefault(kind, 0L);
    }

    List<String> broken() {
        return broken;
    }

    /**
     * Whether every file of this kind was there and read to its end: absence then means something.
     */
    boolean whole(Kind kind) {
        return !incomplete.contains(kind);
    }

    private void apply(File file, Kind kind, FeedRecord found) throws InterruptedException {
        var deletes = found.request() == FeedRecord.Request.DELETE;
        if (kind != Kind.STRUCTURE && deletes) persons.leave(number, file, kind, found);
        else if (kind != Kind.STRUCTURE) persons.add(number, file, kind, found);
        else if (found.request() == FeedRecord.Request.ADD) structures.add(number, file, found);
        else
            staging.reject(
                    file.name(),
                    found.id(),
                    "modification ou suppression d'une structure : les structures viennent entières, laissée de côté",
                    true);
    }

    private final class Sink implements RecordReader.Sink {
        private final File file;
        private final Kind ofFile;

        Sink(File file, Kind ofFile) {
            this.file = file;
            this.ofFile = ofFile;
        }

        @Override
        public void record(FeedRecord found) throws InterruptedException {
            number++;
            if (number % 5000 == 0) progress.records(file.name(), number, percent());
            var kind = Kind.of(found.category()).orElse(ofFile);
            read.merge(kind, 1L, Long::sum);
            if (delivery.full() && found.request() != FeedRecord.Request.ADD) {
                staging.reject(
                        file.name(),
                        found.id(),
                        "modification ou suppression dans une livraison complète, laissée de côté",
                        false);
                return;
            }
            var identified = identified(kind, found);
            if (identified.id().isEmpty())
                staging.reject(file.name(), "", "fiche sans identifiant", false);
            else if (twice.contains(identified.id())) fold(kind, identified);
            else apply(file, kind, identified);
        }

        /** Several records of one person in one delta: what comes last wins, thing by thing. */
        private void fold(Kind kind, FeedRecord found) {
            folded.merge(
                    kind + " " + found.id(),
                    new Folded(file, kind, found),
                    (before, next) -> new Folded(file, kind, before.record().then(next.record())));
        }

        /** The join key is what other records point to: it wins over the envelope's identifier. */
        private FeedRecord identified(Kind kind, FeedRecord found) throws InterruptedException {
            var key =
                    found.first(
                            kind == Kind.STRUCTURE ? "ENTStructureJointure" : "ENTPersonJointure");
            if (key.isEmpty() || key.equals(found.id())) return found;
            if (!found.id().isEmpty()) {
                staging.reject(
                        file.name(),
                        found.id(),
                        "identifiant différent de la clé de jointure, qui est gardée",
                        true);
            }
            return new FeedRecord(found.category(), found.request(), key, found.values());
        }

        @Override
        public void unusable(String id, String reason) throws InterruptedException {
            number++;
            read.merge(ofFile, 1L, Long::sum);
            staging.reject(file.name(), id, reason, false);
        }
    }

    private int percent() {
        return size == 0 ? 100 : (int) (done * 100 / size);
    }

    /** Knows how far the delivery has been read. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            done += Math.max(count, 0);
            return count;
        }
    }
}
