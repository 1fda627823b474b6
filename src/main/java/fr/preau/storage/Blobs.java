package fr.preau.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Where bytes lie, by their SHA-256 in hexadecimal. The same bytes lie there once. */
interface Blobs {
    /** A new empty file on this machine, where something is written before it is kept. */
    Path draft() throws IOException;

    /** Keeps what is in the draft, durably; nothing to do when it is already there. */
    void put(String content, Path draft) throws IOException;

    InputStream open(String content) throws IOException;

    /** What begins with these two digits and was put before this moment. */
    List<String> before(Instant limit, String digits) throws IOException;

    void remove(String content) throws IOException;

    /** Removes drafts that nobody came back for. */
    void forgetDrafts(Instant limit) throws IOException;
}
