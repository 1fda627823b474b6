package fr.preau.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of one category in one delivery, cut at twenty thousand records as real ones are. */
final class CutFiles implements AutoCloseable {
    static final int RECORDS = 20_000;

    private static final byte[] HEAD =
            bytes(
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
                    <ficAlimMENESR>
                    <!-- versionAF="AAF-VE2407" -->
                    <!-- versionSDET="Annexe 1 version 6.4" -->

                    """);
    private static final byte[] TAIL = bytes("</ficAlimMENESR>\n");

    private final Path folder;
    private final String start;
    private int count;
    private OutputStream out;

    CutFiles(Path folder, String start) throws IOException {
        this.folder = folder;
        this.start = start;
        this.out = open();
    }

    void add(String record) throws IOException {
        if (count > 0 && count % RECORDS == 0) {
            end();
            out = open();
        }
        out.write(bytes(record));
        count++;
    }

    int count() {
        return count;
    }

    private OutputStream open() throws IOException {
        var file = folder.resolve(start + "_%04d.xml".formatted(count / RECORDS));
        var opened = new BufferedOutputStream(Files.newOutputStream(file), 256 * 1024);
        opened.write(HEAD);
        return opened;
    }

    private void end() throws IOException {
        out.write(TAIL);
        out.close();
    }

    @Override
    public void close() throws IOException {
        end();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
