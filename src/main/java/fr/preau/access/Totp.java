package fr.preau.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes of six digits, thirty seconds each (RFC 6238 with SHA-1, as every phone
 * application has it).
 */
final class Totp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private Totp() {}

    /** A fresh 160-bit secret in base 32. */
    static String secret() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (int i = 0; i < 32; i++) text.append(BASE32.charAt(random.nextInt(32)));
        return text.toString();
    }

    /** The code of this moment. */
    static String code(String secret, Instant now) {
        return codeAt(secret, now.getEpochSecond() / STEP_SECONDS);
    }

    /**
     * The step that this code belongs to, one step of clock drift allowed; empty when it is wrong.
     * The caller refuses a step already used.
     */
    static OptionalLong stepOf(String secret, String typed, Instant now) {
        var digits = typed.replaceAll("\\s", "");
        var current = now.getEpochSecond() / STEP_SECONDS;
        for (var step = current - 1; step <= current + 1; step++) {
            if (java.security.MessageDigest.isEqual(
                    codeAt(secret, step).getBytes(), digits.getBytes()))
                return OptionalLong.of(step);
        }
        return OptionalLong.empty();
    }

    private static String codeAt(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String base32) {
        var out = ByteBuffer.allocate(base32.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (var letter : base32.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                out.put((byte) (buffer >> bits - 8));
                bits -= 8;
            }
        }
        return out.array();
    }
}
