package fr.preau.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A body that one device alone can read: RFC 8291, in one record of the content coding {@code
 * aes128gcm} (RFC 8188). Nothing but the cryptography of the JDK.
 */
final class Sealed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int RECORD = 4096;

    /** Bodies are as long as one another: what was written does not show by its length. */
    private static final int PADDED_TO = 512;

    private static final byte LAST = 2;

    private Sealed() {}

    static byte[] of(byte[] words, Subscriber to) {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            var salt = new byte[SALT];
            RANDOM.nextBytes(salt);
            return of(words, to, maker.generateKeyPair(), salt, PADDED_TO);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code pair} and {@code salt} serve for one body only. */
    static byte[] of(byte[] words, Subscriber to, KeyPair pair, byte[] salt, int paddedTo)
            throws GeneralSecurityException {
        var ours = Subscriber.pointOf((ECPublicKey) pair.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(to.key(), true);
        var both = joined(text("WebPush: info\0"), to.point(), ours);
        var shared = derived(agreement.generateSecret(), to.secret(), both, 32);
        var key = derived(shared, salt, text("Content-Encoding: aes128gcm\0"), 16);
        var nonce = derived(shared, salt, text("Content-Encoding: nonce\0"), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        return joined(head(salt, ours), cipher.doFinal(padded(words, paddedTo)));
    }

    private static byte[] head(byte[] salt, byte[] ours) {
        return ByteBuffer.allocate(SALT + Integer.BYTES + 1 + ours.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ours.length)
                .put(ours)
                .array();
    }

    private static byte[] padded(byte[] words, int to) {
        var padded = Arrays.copyOf(words, Math.max(words.length, to) + 1);
        padded[words.length] = LAST;
        return padded;
    }

    private static byte[] derived(byte[] from, byte[] salt, byte[] what, int length)
            throws GeneralSecurityException {
        AlgorithmParameterSpec how =
                HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt).thenExpand(what, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(how);
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
