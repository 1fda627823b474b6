package fr.preau.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is, by what is inside: what it is called and what its sender says of it count for
 * nothing. Only what stands here is accepted; the rest, markup and programs before all, is not.
 */
final class Inspection {
    /** Enough of the beginning for every mark that we look for. */
    private static final int BEGINNING = 65_536;

    private static final Set<String> IMAGES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /** A line « De : … » or « Objet : … » at the head of a text makes it look like a letter. */
    private static final Set<String> TEXTS = Set.of("text/plain", "message/rfc822", "message/news");

    private static final Set<String> FILM_BRANDS =
            Set.of(
                    "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41",
                    "mp42", "avc1", "dash", "M4A ", "M4B ", "M4V ", "qt  ", "MSNV", "3gp4", "3gp5",
                    "3gp6");

    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private Inspection() {}

    static boolean isImage(String mediaType) {
        return IMAGES.contains(mediaType);
    }

    /** The media type of what is accepted. */
    static String typeOf(Path file) throws IOException, Unacceptable {
        var start = beginning(file);
        var container = containerOf(file, start);
        if (container != null) return container;
        var type = guess(file);
        if (IMAGES.contains(type) || type.equals("audio/mpeg")) return type;
        if (!TEXTS.contains(type)) throw new Unacceptable(Refused.Reason.TYPE);
        PlainText.check(file);
        return "text/plain";
    }

    private static @org.jspecify.annotations.Nullable String containerOf(Path file, String start)
            throws IOException, Unacceptable {
        if (start.startsWith("PK\3\4")) return zipped(file);
        if (start.startsWith("%PDF-1.") || start.startsWith("%PDF-2.")) return "application/pdf";
        if (start.startsWith("OggS\0"))
            return start.contains("\1vorbis")
                            || start.contains("OpusHead")
                            || start.contains("FLAC")
                    ? "audio/ogg"
                    : "video/ogg";
        if (start.startsWith("\u001aE\u00df\u00a3")) return webm(start);
        return start.startsWith("ftyp", 4) ? mp4(file, start) : null;
    }

    private static String zipped(Path file) throws IOException, Unacceptable {
        try {
            return ZippedDocument.typeOf(file);
        } catch (ZipException damaged) {
            throw new Unacceptable(Refused.Reason.UNREADABLE);
        }
    }

    private static String webm(String start) throws Unacceptable {
        var head = start.substring(0, Math.min(64, start.length()));
        if (!head.contains("webm")) throw new Unacceptable(Refused.Reason.TYPE);
        return start.contains("V_VP") || start.contains("V_AV1") ? "video/webm" : "audio/webm";
    }

    /** A film has a handler of pictures, in the index that stands at its beginning or its end. */
    private static String mp4(Path file, String start) throws IOException, Unacceptable {
        if (start.length() < 12 || !FILM_BRANDS.contains(start.substring(8, 12)))
            throw new Unacceptable(Refused.Reason.TYPE);
        var film = start.contains("vide") || end(file).contains("vide");
        return film ? "video/mp4" : "audio/mp4";
    }

    private static String guess(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), BEGINNING)) {
            return KNOWN.detect(bytes, new Metadata()).getBaseType().toString();
        }
    }

    /** The first bytes, each a letter. */
    private static String beginning(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        }
    }

    private static String end(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(Math.max(0, Files.size(file) - BEGINNING));
            return new String(bytes.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        }
    }
}
