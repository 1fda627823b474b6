package fr.preau.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Three words drawn from the carried list, for children who read: at least 33 bits. Accents,
 * capitals, spaces and hyphens do not count.
 */
@Component
class Passphrases {
    static final int WORDS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<String> words;
    private final Set<String> known;

    Passphrases() {
        try (var list = Passphrases.class.getResourceAsStream("/words/passphrase.txt")) {
            words = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known = words.stream().map(Passphrases::plain).collect(Collectors.toUnmodifiableSet());
    }

    List<String> words() {
        return words;
    }

    /** Three words, drawn by lot. */
    String propose() {
        return IntStream.range(0, WORDS)
                .mapToObj(n -> words.get(RANDOM.nextInt(words.size())))
                .collect(Collectors.joining(" "));
    }

    boolean isPassphrase(String typed) {
        var each = plain(typed).split(" ");
        return each.length == WORDS && Stream.of(each).allMatch(known::contains);
    }

    /** What is hashed of three words, however they were typed; any other password as it is. */
    String orAsTyped(String typed) {
        return isPassphrase(typed) ? plain(typed) : typed;
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replaceAll("[\\s\\p{Z}\\p{Pd}_]+", " ")
                .strip();
    }
}
