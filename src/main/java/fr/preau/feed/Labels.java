package fr.preau.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Labels of structures as people read them: the feed gives initials and capitals ({@code
 * E.M.PU$PAULINE KERGOMARD$BEZIERS}).
 */
final class Labels {
    private static final Map<String, String> INITIALS =
            Map.of(
                    "E.M.PU",
                    "École maternelle publique",
                    "E.E.PU",
                    "École élémentaire publique",
                    "E.P.PU",
                    "École primaire publique",
                    "E.M.PR",
                    "École maternelle privée",
                    "E.E.PR",
                    "École élémentaire privée",
                    "E.P.PR",
                    "École primaire privée",
                    "IEN",
                    "Circonscription",
                    "D.S.D.E.N.",
                    "DSDEN");
    private static final Set<String> SMALL =
            Set.of(
                    "de", "du", "des", "la", "le", "les", "lès", "et", "d", "l", "sur", "sous",
                    "en", "aux", "à");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Labels() {}

    /** The label of a structure: initials written out, then its own name, else its town. */
    static String structure(String current) {
        var parts = FeedRecord.parts(current);
        var initials = FeedRecord.part(parts, 0);
        var name = FeedRecord.part(parts, 1);
        var own = title(name.isEmpty() ? FeedRecord.part(parts, 2) : name);
        return (INITIALS.getOrDefault(initials, initials) + " " + own).strip();
    }

    /** Capitals become a title; what is already written in small letters is left as it is. */
    static String title(String words) {
        if (!words.equals(words.toUpperCase(Locale.FRENCH))) return words;
        return WORD.matcher(words).replaceAll(found -> word(found.group(), found.start() == 0));
    }

    private static String word(String capitals, boolean first) {
        var small = capitals.toLowerCase(Locale.FRENCH);
        if (!first && SMALL.contains(small)) return small;
        return capitals.charAt(0) + small.substring(1);
    }
}
