package fr.preau.onde;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words without what varies from one file to the next: capitals, accents, spaces, signs. */
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Plain() {}

    static String of(String words) {
        var lower = words.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
        var bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return SIGNS.matcher(bare).replaceAll("");
    }
}
