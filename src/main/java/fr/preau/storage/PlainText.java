package fr.preau.storage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A text through and through: no control letters, and no cell that a spreadsheet would obey. */
final class PlainText {
    private static final int WINDOW = 65_536;

    /** No cell that is looked for begins further from its end than this. */
    private static final int OVERLAP = 200;

    /**
     * A cell that calls a program (DDE: {@code =cmd|'/c calc'!A0}) or an address when the table is
     * opened (OWASP, « CSV Injection »). A sum or a « - » at the head of a line is harmless.
     */
    private static final Pattern CALLS =
            Pattern.compile(
                    "(?i)(?:^|[\\n\\r,;\\t\"'])[\\s\"']{0,4}(?:"
                            + "[=+@-][^\\n\\r,;\\t|]{0,60}(?:\\w\\|['\"]?[^|\\n\\r]{0,60}![a-z_$]"
                            + "|\\b(?:hyperlink|lien_hypertexte|webservice|serviceweb|filterxml|filtre\\.xml|dde|import(?:xml|html|feed|data|range))\\s?\\()"
                            + "|=[^\\n\\r,;\\t|]{0,60}\\b(?:image|call|register|exec|rtd)\\s?\\()");

    private PlainText() {}

    static void check(Path file) throws IOException, Unacceptable {
        try (var text = new InputStreamReader(Files.newInputStream(file), lettersOf(file))) {
            var window = new char[WINDOW + OVERLAP];
            for (int kept = 0, read; (read = fill(text, window, kept)) > 0; ) {
                for (var i = kept; i < kept + read; i++)
                    if (isControl(window[i])) throw new Unacceptable(Refused.Reason.TYPE);
                var whole = kept + read;
                if (CALLS.matcher(java.nio.CharBuffer.wrap(window, 0, whole)).find())
                    throw new Unacceptable(Refused.Reason.FORMULA);
                kept = Math.min(OVERLAP, whole);
                System.arraycopy(window, whole - kept, window, 0, kept);
            }
        }
    }

    private static int fill(Reader text, char[] window, int from) throws IOException {
        var read = 0;
        while (from + read < window.length) {
            var more = text.read(window, from + read, window.length - from - read);
            if (more < 0) break;
            read += more;
        }
        return read;
    }

    /** Whatever ASCII goes with: what we look for is written in it. Or UTF-16 when it says so. */
    private static Charset lettersOf(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var mark = bytes.readNBytes(2);
            if (mark.length == 2 && (mark[0] & 0xff) == 0xff && (mark[1] & 0xff) == 0xfe
                    || mark.length == 2 && (mark[0] & 0xff) == 0xfe && (mark[1] & 0xff) == 0xff)
                return StandardCharsets.UTF_16;
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static boolean isControl(char letter) {
        return letter < ' ' && "\t\n\r\f".indexOf(letter) < 0 || letter == 0x7f;
    }
}
