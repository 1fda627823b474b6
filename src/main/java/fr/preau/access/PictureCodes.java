package fr.preau.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How a picture code is kept: a keyed HMAC bound to its account. Against guessing, 14 bits are held
 * by the three tries and by the card or tablet, not by a slow hash; against a stolen table, by the
 * key. A code kept by an earlier version (Argon2id) is still recognised.
 */
@Component
class PictureCodes {
    private static final String KEYED = "hmac:";

    private final DoorSecrets secrets;
    private final Passwords passwords;

    PictureCodes(DoorSecrets secrets, Passwords passwords) {
        this.secrets = secrets;
        this.passwords = passwords;
    }

    String hash(long account, List<String> code) {
        var seal = secrets.seal("picture", account + " " + Pictures.secret(code));
        return KEYED + Base64.getEncoder().withoutPadding().encodeToString(seal);
    }

    boolean matches(long account, List<String> typed, @Nullable String kept) {
        if (kept == null || !Pictures.isCode(typed)) return false;
        if (!isKeyed(kept)) return passwords.matches(Pictures.secret(typed), kept);
        return MessageDigest.isEqual(bytes(hash(account, typed)), bytes(kept));
    }

    /** False for a code of an earlier version, which is written anew at the next success. */
    static boolean isKeyed(String kept) {
        return kept.startsWith(KEYED);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
