package fr.preau.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ten characters that are copied from paper, worth 49 bits: how they are drawn, read again and
 * kept.
 */
final class PaperCode {
    /** Without those that are taken for one another: 0 O, 1 I L, U V. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;

    private PaperCode() {}

    /** The code that a secret and a purpose give, always the same: {@code K7M4P-2WQ9X}. */
    static String of(byte[] secret, String purpose) {
        var rest = new BigInteger(1, mac(secret, "code " + purpose));
        var base = BigInteger.valueOf(SIGNS.length());
        var text = new StringBuilder();
        for (var n = 0; n < LENGTH; n++) {
            if (n == LENGTH / 2) text.append('-');
            var split = rest.divideAndRemainder(base);
            text.append(SIGNS.charAt(split[1].intValue()));
            rest = split[0];
        }
        return text.toString();
    }

    /** What is kept of an account's code; the same code of another account is kept otherwise. */
    static byte[] kept(byte[] secret, long account, String typed) {
        return mac(secret, "kept " + account + " " + plain(typed));
    }

    /** Whether somebody means such a code rather than six digits. */
    static boolean isLike(String typed) {
        return plain(typed).length() == LENGTH;
    }

    /** As printed or not: small letters, spaces and hyphens are the same code. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static byte[] mac(byte[] secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
