package fr.preau.storage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name of a file as it may be shown, kept and handed out: no folder, nothing invisible, nothing
 * that turns the line around, and an ending that says what the file is.
 */
final class FileName {
    private static final int LONGEST = 120;
    private static final Pattern FOLDER = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

    /** Controls, what is invisible or turns the line around, halves of letters, unassigned ones. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final Pattern RESERVED_LETTER = Pattern.compile("[<>:\"|?*%;]");
    private static final Pattern RESERVED_NAME =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d|desktop|thumbs)(\\..*)?");

    /** The first ending is the one that is added to a name that has none of them. */
    private static final Map<String, List<String>> ENDINGS =
            Map.ofEntries(
                    Map.entry("image/jpeg", List.of("jpg", "jpeg")),
                    Map.entry("image/png", List.of("png")),
                    Map.entry("application/pdf", List.of("pdf")),
                    Map.entry("text/plain", List.of("txt", "csv", "tsv", "md")),
                    Map.entry(DocumentType.ODT, List.of("odt")),
                    Map.entry(DocumentType.ODS, List.of("ods")),
                    Map.entry(DocumentType.ODP, List.of("odp")),
                    Map.entry(DocumentType.DOCX, List.of("docx")),
                    Map.entry(DocumentType.XLSX, List.of("xlsx")),
                    Map.entry(DocumentType.PPTX, List.of("pptx")),
                    Map.entry(DocumentType.EPUB, List.of("epub")),
                    Map.entry("audio/mpeg", List.of("mp3")),
                    Map.entry("audio/ogg", List.of("ogg", "oga", "opus")),
                    Map.entry("video/ogg", List.of("ogv", "ogg")),
                    Map.entry("audio/webm", List.of("webm", "weba")),
                    Map.entry("video/webm", List.of("webm")),
                    Map.entry("audio/mp4", List.of("m4a", "mp4")),
                    Map.entry("video/mp4", List.of("mp4", "m4v", "mov")));

    private FileName() {}

    static String clean(String given, String mediaType, String otherwise) {
        var name = bare(given);
        if (name.isEmpty()) name = otherwise;
        var endings = ENDINGS.getOrDefault(mediaType, List.of("bin"));
        var dot = name.lastIndexOf('.');
        var ending = dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        var fits = endings.contains(ending);
        var stem = fits ? name.substring(0, dot) : name;
        if (!fits && isImage(ending) && mediaType.startsWith("image/"))
            stem = name.substring(0, dot);
        return shortened(stem) + "." + (fits ? ending : endings.getFirst());
    }

    /** An image that we have made again may be of another type than the one that came. */
    private static boolean isImage(String ending) {
        return List.of("gif", "webp", "png", "jpg", "jpeg").contains(ending);
    }

    /** The given name without what does not belong to a name; may be empty. */
    static String bare(String given) {
        var normal = Normalizer.normalize(given, Normalizer.Form.NFC);
        var last = FOLDER.matcher(UNSEEN.matcher(normal).replaceAll("")).replaceAll("");
        var name =
                RESERVED_LETTER
                        .matcher(last)
                        .replaceAll("-")
                        .replaceAll("\\s+", " ")
                        .replaceAll("^[. ]+|[. ]+$", "");
        return RESERVED_NAME.matcher(name).matches() ? "_" + name : name;
    }

    static String shortened(String stem) {
        if (stem.codePointCount(0, stem.length()) <= LONGEST) return stem;
        return stem.substring(0, stem.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    /** The value of Content-Disposition: for old readers in ASCII, for the others as it is. */
    static String disposition(String kind, String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^A-Za-z0-9._ -]", "_");
        return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    /** RFC 8187: every byte that is no attr-char. */
    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0))
                text.append(c);
            else text.append(String.format("%%%02X", (int) c));
        }
        return text.toString();
    }
}
