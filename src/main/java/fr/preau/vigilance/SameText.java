package fr.preau.vigilance;

import fr.preau.access.DoorSecrets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recognises a text that was sent before, of which nothing but a keyed hash is kept. */
@Component
class SameText {
    private final DoorSecrets secrets;

    SameText(DoorSecrets secrets) {
        this.secrets = secrets;
    }

    /** Empty for a short text: many people honestly write « Merci beaucoup ». */
    Optional<byte[]> seal(String text, int shortest) {
        var words = normal(text);
        return words.length() < shortest
                ? Optional.empty()
                : Optional.of(secrets.seal("same-text", words));
    }

    /** Letters and digits alone, without case, accents and what is added to look different. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
