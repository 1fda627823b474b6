package fr.preau.vigilance;

import fr.preau.access.DoorSecrets;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Recognises a text that was sent before, of which nothing but a keyed hash is kept. */
@Component
class SameText {
    private final DoorSecrets secrets;

    SameText(DoorSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @param letters many people honestly write « Merci beaucoup »: what is short is not compared
     */
    record Sealed(byte[] hash, int letters) {}

    Sealed seal(String text) {
        var words = normal(text);
        return new Sealed(secrets.seal("same-text", words), words.length());
    }

    /** Letters and digits alone, without case, accents and what is added to look different. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
