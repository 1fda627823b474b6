package fr.preau.agreements;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Looks at a PDF that somebody brings back signed: is it one, and of which convention? Our mark is
 * read in its words or, on a scan, in the code of its pages; by another process, with little memory
 * and little time, since what strangers send may be made to take both.
 */
@Component
class ReturnedPages {
    static final int LARGEST = 10_000_000;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore one = new Semaphore(1, true);

    enum Verdict {
        /** The convention, in this edition. */
        SAME,
        /** No mark was found: perhaps a scan of poor quality. */
        UNREAD,
        OTHER_AGREEMENT,
        OTHER_EDITION,
        /** Our own file, on which nobody has signed. */
        UNSIGNED,
        HEAVY,
        EMPTY,
        NOT_PDF,
        LOCKED,
        TOO_LONG,
        /** Somebody else's pages are being read. */
        BUSY
    }

    /** {@code found} is the mark that was read, if any. */
    record Look(Verdict verdict, Optional<Mark> found) {
        static Look at(Verdict verdict) {
            return new Look(verdict, Optional.empty());
        }
    }

    Look look(byte[] bytes, Mark expected) {
        if (bytes.length == 0) return Look.at(Verdict.EMPTY);
        if (bytes.length > LARGEST) return Look.at(Verdict.HEAVY);
        if (!startsAsPdf(bytes)) return Look.at(Verdict.NOT_PDF);
        // Whoever waits holds a connection to the database: nobody waits.
        if (!one.tryAcquire()) return Look.at(Verdict.BUSY);
        try {
            return judge(read(bytes), expected);
        } catch (IOException e) {
            return Look.at(Verdict.NOT_PDF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Look.at(Verdict.BUSY);
        } finally {
            one.release();
        }
    }

    private static String read(byte[] bytes) throws IOException, InterruptedException {
        var reader =
                new ProcessBuilder(command())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            Thread.ofVirtual().start(() -> give(reader, bytes));
            if (!reader.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return Verdict.NOT_PDF.name();
            return new String(reader.getInputStream().readNBytes(200), StandardCharsets.UTF_8)
                    .strip();
        } finally {
            reader.destroyForcibly();
        }
    }

    private static void give(Process reader, byte[] bytes) {
        try (var pages = reader.getOutputStream()) {
            pages.write(bytes);
        } catch (IOException e) {
            // It has ended already: its answer, or its silence, says enough.
        }
    }

    /** This program again, as it was started: from its jar, or from its classes. */
    private static List<String> command() {
        var path = System.getProperty("java.class.path");
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true"));
        var jar = path.endsWith(".jar") && !path.contains(File.pathSeparator);
        command.addAll(jar ? List.of("-jar", path) : List.of("-cp", path, "fr.preau.Preau"));
        command.add(ReadPagesCommand.NAME);
        return command;
    }

    private static boolean startsAsPdf(byte[] bytes) {
        return bytes.length > 5
                && new String(bytes, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .equals("%PDF-");
    }

    private static Look judge(String said, Mark expected) {
        var words = said.split(" ");
        if (words.length != 3)
            return Look.at(
                    Stream.of(Verdict.values())
                            .filter(verdict -> verdict.name().equals(said))
                            .findFirst()
                            .orElse(Verdict.NOT_PDF));
        var found = Optional.of(new Mark(words[1], Integer.parseInt(words[2])));
        if (!found.get().reference().equals(expected.reference()))
            return new Look(Verdict.OTHER_AGREEMENT, found);
        if (found.get().edition() != expected.edition())
            return new Look(Verdict.OTHER_EDITION, found);
        return new Look(words[0].equals("OURS") ? Verdict.UNSIGNED : Verdict.SAME, found);
    }
}
