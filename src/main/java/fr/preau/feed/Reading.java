package fr.preau.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the files of a delivery one after the other into staging rows, and keeps count; runs on its
 * own thread, ahead of the database.
 */
final class Reading {
    private final Delivery delivery;
    private final Progress progress;
    private final Staging staging;
    private final StructureRows structures;
    private final PersonRows persons;
    private final Map<Kind, Long> read = new EnumMap<>(Kind.class);
    private final List<String> broken = new ArrayList<>();
    private long number;

    Reading(Delivery delivery, Academy academy, Staging staging, Progress progress) {
        this.delivery = delivery;
        this.progress = progress;
        this.staging = staging;
        this.structures = new StructureRows(staging, academy);
        this.persons = new PersonRows(staging);
        for (var kind : Kind.values()) read.put(kind, 0L);
    }

    void run() throws InterruptedException {
        for (var file : delivery.files()) read(file);
        staging.flush();
    }

    private void read(DeliveryFile file) throws InterruptedException {
        var before = number;
        try (var content =
                new Counted(Files.newInputStream(file.path()), Files.size(file.path()))) {
            RecordReader.read(content, new Sink(file, content));
            progress.file(file.name(), number - before);
        } catch (BrokenFile e) {
            broken(file, e.getMessage() + " : " + before(number - before));
        } catch (IOException e) {
            broken(file, "le fichier ne peut pas être lu : " + before(number - before));
        }
    }

    private static String before(long count) {
        if (count == 0) return "aucune fiche n'en est entrée";
        return count == 1
                ? "la fiche lue avant est entrée"
                : "les " + count + " fiches lues avant sont entrées";
    }

    private void broken(DeliveryFile file, String reason) throws InterruptedException {
        broken.add(file.name() + " : " + reason);
        staging.reject(file.name(), "", reason, false);
    }

    long read(Kind kind) {
        return read.getOrDefault(kind, 0L);
    }

    List<String> broken() {
        return broken;
    }

    private final class Sink implements RecordReader.Sink {
        private final DeliveryFile file;
        private final Counted content;

        Sink(DeliveryFile file, Counted content) {
            this.file = file;
            this.content = content;
        }

        @Override
        public void record(FeedRecord found) throws InterruptedException {
            number++;
            if (number % 5000 == 0) progress.records(file.name(), number, content.percent());
            var kind = Kind.of(found.category()).orElse(file.kind());
            read.merge(kind, 1L, Long::sum);
            if (found.request() != FeedRecord.Request.ADD) {
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
            else if (kind == Kind.STRUCTURE) structures.add(number, file.name(), identified);
            else persons.add(number, file.name(), kind, identified);
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
            read.merge(file.kind(), 1L, Long::sum);
            staging.reject(file.name(), id, reason, false);
        }
    }

    /** Knows how far a file has been read. */
    private static final class Counted extends FilterInputStream {
        private final long size;
        private long done;

        Counted(InputStream in, long size) {
            super(in);
            this.size = size;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            done += Math.max(count, 0);
            return count;
        }

        int percent() {
            return size == 0 ? 100 : (int) (done * 100 / size);
        }
    }
}
