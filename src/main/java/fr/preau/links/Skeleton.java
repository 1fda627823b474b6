package fr.preau.links;

import java.text.Normalizer;
import java.util.Locale;

/** What the eye reads in a host: letters that look alike are one. */
final class Skeleton {
    /** Cyrillic, Greek, Armenian and Latin letters that are drawn like one of ours. */
    private static final String ALIKE = "аɑαеєҽсϲԁɗһհіιɩıїјкκмոηпоοσօрρѕтτսυνѵԝωхχуүγʏʐґɡքվҁƽ";

    private static final String OURS = "aaaeeeccddhhlllllJkkmnnnoooopppsttuuvvwwxxyyyyzrggqvcs";

    private Skeleton() {}

    static String of(String host) {
        var text =
                Normalizer.normalize(host.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "");
        var seen = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> seen.appendCodePoint(drawn(letter)));
        return seen.toString().replace("rn", "m").replace("vv", "w");
    }

    private static int drawn(int letter) {
        var at = ALIKE.indexOf(letter);
        var ours = at < 0 ? letter : Character.toLowerCase(OURS.charAt(at));
        return switch (ours) {
            case '0' -> 'o';
            case '1', 'i', '|' -> 'l';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '_' -> '-';
            default -> ours;
        };
    }

    /** Letters changed, added, left out or swapped between two words. */
    static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) rows[i][0] = i;
        for (var j = 0; j <= b.length(); j++) rows[0][j] = j;
        for (var i = 1; i <= a.length(); i++)
            for (var j = 1; j <= b.length(); j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                rows[i][j] =
                        Math.min(
                                Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1),
                                rows[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1))
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        return rows[a.length()][b.length()];
    }
}
