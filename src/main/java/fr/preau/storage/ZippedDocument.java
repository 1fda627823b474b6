package fr.preau.storage;

import static fr.preau.storage.Refused.Reason.BOMB;
import static fr.preau.storage.Refused.Reason.INSIDE;
import static fr.preau.storage.Refused.Reason.LOCKED;
import static fr.preau.storage.Refused.Reason.MACRO;
import static fr.preau.storage.Refused.Reason.TYPE;
import static fr.preau.storage.Refused.Reason.UNREADABLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A document that is a zip inside (APPNOTE 6.3), read as strictly as office programs write it: the
 * entries follow one another from the first byte to the directory, none lies upon another, none is
 * larger than it says, and nothing is ever written to the disk or read as XML.
 */
final class ZippedDocument {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xffff;

    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_DIRECTORY = 2_000_000;
    private static final int LONGEST_NAME = 512;
    private static final long MOST_BYTES = 300_000_000;

    /** A document may be mostly blanks; below this it may be as dense as it likes. */
    private static final long FREE_BYTES = 20_000_000;

    private static final long MOST_RATIO = 150;

    /** Compressed things do not shrink again: whatever does is many times the same. */
    private static final long MOST_RATIO_OF_ZIP = 10;

    private static final int MOST_READ = 1_000_000;
    private static final String CONTENTS = "[Content_Types].xml";

    private static final Pattern STRAY =
            Pattern.compile("(?s)^/.*|.*\\\\.*|^[A-Za-z]:.*|(?:.*/)?\\.\\.(?:/.*)?|.*\\p{Cc}.*");
    private static final Pattern PROGRAM =
            Pattern.compile(
                    "(?i).*\\.(?:zip|7z|rar|jar|tar|gz|tgz|bz2|xz|iso|cab|exe|dll|scr|bat|cmd|com|msi|vbs|vbe|jse|wsf|hta|ps1|lnk|apk|docm|xlsm|pptm|dotm)");
    private static final Pattern MACROS =
            Pattern.compile(
                    "(?i)(?:basic|scripts)/.*|(?:.*/)?(?:vbaproject|vbadata)[^/]*|(?:.*/)?(?:macrosheets|activex)/.*");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?i).*\\.(?:docx|xlsx|pptx|odt|ods|odp)");

    private record Entry(String name, int method, int flags, long packed, long size, long offset) {}

    private final FileChannel file;
    private final Map<String, byte[]> read = new HashMap<>();
    private long endAt;
    private long directoryAt;

    private ZippedDocument(FileChannel file) {
        this.file = file;
    }

    static String typeOf(Path path) throws IOException, Unacceptable {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            return new ZippedDocument(file).type();
        }
    }

    private String type() throws IOException, Unacceptable {
        var entries = directory();
        var names = new HashSet<String>();
        for (var entry : entries) {
            checkName(entry.name());
            if (!names.add(entry.name().toLowerCase(java.util.Locale.ROOT)))
                throw new Unacceptable(BOMB);
            if ((entry.flags() & 1) != 0) throw new Unacceptable(LOCKED);
            if (entry.method() != 0 && entry.method() != 8) throw new Unacceptable(BOMB);
        }
        checkWeight(entries);
        var bodies = bodies(entries);
        for (var i = 0; i < entries.size(); i++) look(entries.get(i), bodies.get(i));
        return kind();
    }

    private static void checkName(String name) throws Unacceptable {
        if (name.length() > LONGEST_NAME || STRAY.matcher(name).matches())
            throw new Unacceptable(BOMB);
        if (MACROS.matcher(name).matches()) throw new Unacceptable(MACRO);
        if (PROGRAM.matcher(name).matches()) throw new Unacceptable(INSIDE);
    }

    private void checkWeight(List<Entry> entries) throws IOException, Unacceptable {
        var total = 0L;
        for (var entry : entries) total += entry.size();
        if (total > MOST_BYTES || total > FREE_BYTES && total / MOST_RATIO > file.size())
            throw new Unacceptable(BOMB);
    }

    /** The entries as the directory at the end lists them, in the order in which they lie. */
    private List<Entry> directory() throws IOException, Unacceptable {
        var end = end();
        var count = end.getShort(10) & 0xffff;
        var size = end.getInt(12) & 0xffff_ffffL;
        var start = end.getInt(16) & 0xffff_ffffL;
        if (end.getInt(4) != 0 || count != (end.getShort(8) & 0xffff) || count == 0)
            throw new Unacceptable(BOMB);
        if (count > MOST_ENTRIES || size > MOST_DIRECTORY) throw new Unacceptable(BOMB);
        if (start + size != endAt) throw new Unacceptable(BOMB);
        directoryAt = start;
        var bytes = bytes(start, (int) size);
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < count; i++) entries.add(entry(bytes));
        if (bytes.hasRemaining()) throw new Unacceptable(BOMB);
        entries.sort(Comparator.comparingLong(Entry::offset));
        return entries;
    }

    private ByteBuffer end() throws IOException, Unacceptable {
        var length = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
        var tail = bytes(file.size() - length, length);
        for (var at = length - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) != END) continue;
            if ((tail.getShort(at + 20) & 0xffff) != length - END_SIZE - at) continue;
            endAt = file.size() - length + at;
            return tail.slice(at, END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        }
        throw new Unacceptable(UNREADABLE);
    }

    private static Entry entry(ByteBuffer bytes) throws Unacceptable {
        var at = bytes.position();
        if (bytes.remaining() < ENTRY_SIZE || bytes.getInt(at) != ENTRY)
            throw new Unacceptable(BOMB);
        var name = bytes.getShort(at + 28) & 0xffff;
        var rest = (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
        if (bytes.remaining() < ENTRY_SIZE + name + rest) throw new Unacceptable(BOMB);
        var letters = new byte[name];
        bytes.get(at + ENTRY_SIZE, letters);
        bytes.position(at + ENTRY_SIZE + name + rest);
        return new Entry(
                new String(letters, StandardCharsets.UTF_8),
                bytes.getShort(at + 10) & 0xffff,
                bytes.getShort(at + 8) & 0xffff,
                bytes.getInt(at + 20) & 0xffff_ffffL,
                bytes.getInt(at + 24) & 0xffff_ffffL,
                bytes.getInt(at + 42) & 0xffff_ffffL);
    }

    /** Where each entry's bytes begin: after a head that says the same as the directory. */
    private List<Long> bodies(List<Entry> entries) throws IOException, Unacceptable {
        var bodies = new ArrayList<Long>();
        var free = 0L;
        for (var entry : entries) {
            if (entry.offset() < free || entry.offset() + LOCAL_SIZE > directoryAt)
                throw new Unacceptable(BOMB);
            if (bodies.isEmpty() && entry.offset() != 0) throw new Unacceptable(BOMB);
            var head = bytes(entry.offset(), LOCAL_SIZE);
            var name = head.getShort(26) & 0xffff;
            var body = entry.offset() + LOCAL_SIZE + name + (head.getShort(28) & 0xffff);
            if (head.getInt(0) != LOCAL
                    || name > 4 * LONGEST_NAME
                    || (head.getShort(8) & 0xffff) != entry.method()
                    || body + entry.packed() > directoryAt) throw new Unacceptable(BOMB);
            var letters = new byte[name];
            bytes(entry.offset() + LOCAL_SIZE, name).get(letters);
            if (!new String(letters, StandardCharsets.UTF_8).equals(entry.name()))
                throw new Unacceptable(BOMB);
            bodies.add(body);
            free = body + entry.packed();
        }
        return bodies;
    }

    /** Reads the entry once, to nowhere: it is as long as it says, and no program. */
    private void look(Entry entry, long body) throws IOException, Unacceptable {
        var wanted = entry.name().equals(CONTENTS) || entry.name().equals("mimetype");
        if (wanted && entry.size() > MOST_READ) throw new Unacceptable(BOMB);
        var keep = wanted ? new ByteArrayOutputStream() : null;
        var first = entry.method() == 0 ? stored(entry, body, keep) : inflated(entry, body, keep);
        if (first.startsWith("MZ") || first.startsWith("\u007fELF")) throw new Unacceptable(INSIDE);
        if (first.startsWith("\u00d0\u00cf\u0011\u00e0")) throw new Unacceptable(MACRO);
        if (first.startsWith("PK\3\4")) {
            if (!DOCUMENT.matcher(entry.name()).matches()) throw new Unacceptable(INSIDE);
            if (entry.size() / MOST_RATIO_OF_ZIP > entry.packed()) throw new Unacceptable(BOMB);
        }
        if (keep != null) read.put(entry.name(), keep.toByteArray());
    }

    private String stored(Entry entry, long body, @Nullable ByteArrayOutputStream keep)
            throws IOException, Unacceptable {
        if (entry.packed() != entry.size()) throw new Unacceptable(BOMB);
        var first = letters(bytes(body, (int) Math.min(4, entry.size())));
        if (keep != null) {
            var all = bytes(body, (int) entry.size());
            keep.write(all.array(), 0, all.limit());
        }
        return first;
    }

    private String inflated(Entry entry, long body, @Nullable ByteArrayOutputStream keep)
            throws IOException, Unacceptable {
        var out = new byte[65_536];
        var first = "";
        var total = 0L;
        try (var inflater = new Inflater(true)) {
            var at = body;
            var last = body + entry.packed();
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (at == last) throw new Unacceptable(UNREADABLE);
                    var more = bytes(at, (int) Math.min(65_536, last - at));
                    at += more.limit();
                    inflater.setInput(more);
                }
                var n = inflater.inflate(out);
                if (n == 0 && inflater.needsDictionary()) throw new Unacceptable(BOMB);
                total += n;
                if (total > entry.size()) throw new Unacceptable(BOMB);
                if (first.length() < 4)
                    first += new String(out, 0, Math.min(4, n), StandardCharsets.ISO_8859_1);
                if (keep != null) keep.write(out, 0, n);
            }
        } catch (DataFormatException damaged) {
            throw new Unacceptable(UNREADABLE);
        }
        if (total != entry.size()) throw new Unacceptable(UNREADABLE);
        return first;
    }

    private static String letters(ByteBuffer bytes) {
        return new String(bytes.array(), 0, bytes.limit(), StandardCharsets.ISO_8859_1);
    }

    private String kind() throws Unacceptable {
        if (read.containsKey("mimetype")) return openDocument(text("mimetype").strip());
        if (read.containsKey(CONTENTS)) return office(text(CONTENTS));
        throw new Unacceptable(TYPE);
    }

    private static String openDocument(String said) throws Unacceptable {
        if (List.of(DocumentType.ODT, DocumentType.ODS, DocumentType.ODP, DocumentType.EPUB)
                .contains(said)) return said;
        throw new Unacceptable(TYPE);
    }

    /** The list of parts, as letters: whoever hides some behind entities is refused. */
    private static String office(String types) throws Unacceptable {
        if (!types.contains("<Types")) throw new Unacceptable(UNREADABLE);
        if (types.contains("&") || types.contains("<!")) throw new Unacceptable(BOMB);
        var said = types.toLowerCase(java.util.Locale.ROOT);
        if (said.contains("macroenabled")
                || said.contains("vbaproject")
                || said.contains("activex")) throw new Unacceptable(MACRO);
        if (said.contains("wordprocessingml.document.main+xml")) return DocumentType.DOCX;
        if (said.contains("spreadsheetml.sheet.main+xml")) return DocumentType.XLSX;
        if (said.contains("presentationml.presentation.main+xml")
                || said.contains("presentationml.slideshow.main+xml")) return DocumentType.PPTX;
        throw new Unacceptable(TYPE);
    }

    private String text(String entry) {
        return new String(read.getOrDefault(entry, new byte[0]), StandardCharsets.UTF_8);
    }

    private ByteBuffer bytes(long from, int length) throws IOException, Unacceptable {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining())
            if (file.read(bytes, from + bytes.position()) < 0) throw new Unacceptable(UNREADABLE);
        return bytes.flip();
    }
}
