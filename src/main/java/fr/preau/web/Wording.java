package fr.preau.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every word a person reads, by key: {@code wording_fr.properties} beside each feature. */
public final class Wording {
    private static final Pattern BOUND = Pattern.compile("(?<=«) | (?=[:;?!»%€])");
    private static final Map<String, String> WORDS = load();
    private static final Pattern PLACE =
            Pattern.compile("(?<de>\\b(?:[Dd]|[Qq]u)e )?\\{(?<value>\\d)}");
    private static final Pattern VOWEL =
            Pattern.compile(
                    "^[aeiouàâäéèêëîïôöùûü]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Wording() {}

    /** The sentence of this key, with {0}, {1}… replaced. An unknown key is a bug and says so. */
    public static String t(String key, Object... values) {
        var sentence = WORDS.get(key);
        if (sentence == null) throw new IllegalArgumentException("no wording for " + key);
        // In one pass: what a value says is never a place for the next one.
        return PLACE.matcher(sentence)
                .replaceAll(place -> {
                    var i = Integer.parseInt(place.group("value"));
                    return Matcher.quoteReplacement(
                            i < values.length
                                    ? joined(place.group("de"), String.valueOf(values[i]))
                                    : place.group());
                });
    }

    /** « la carte de Yanis », but « la carte d’Inès ». */
    private static String joined(@Nullable String little, String value) {
        if (little == null) return value;
        return VOWEL.matcher(value).find()
                ? little.substring(0, little.length() - 2) + "’" + value
                : little + value;
    }

    /**
     * The sentence for a count: {@code key.none} (when written), {@code key.one}, {@code key.many},
     * where {0} is the count.
     */
    public static String count(String key, long n) {
        if (n == 0 && WORDS.containsKey(key + ".none")) return t(key + ".none", n);
        return t(key + (n > 1 ? ".many" : ".one"), n);
    }

    public static boolean exists(String key) {
        return WORDS.containsKey(key);
    }

    public static Map<String, String> all() {
        return WORDS;
    }

    private static Map<String, String> load() {
        try {
            var words = new Properties();
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:fr/preau/**/wording_fr.properties")) {
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    var more = new Properties();
                    more.load(reader);
                    more.keySet().stream()
                            .filter(words::containsKey)
                            .forEach(k -> {
                                throw new IllegalStateException(
                                        "the wording " + k + " is written twice");
                            });
                    words.putAll(more);
                }
            }
            return words.entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    e -> (String) e.getKey(), e -> set((String) e.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** French punctuation never begins a line: it holds to the word before it. */
    private static String set(String words) {
        return BOUND.matcher(words).replaceAll("\u00a0");
    }
}
