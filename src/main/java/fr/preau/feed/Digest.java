package fr.preau.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a delivery is, in 64 letters: the same files have the same digest whatever their folder. */
final class Digest {
    /** Grows when a reading takes more from the same files: they are then worth reading again. */
    private static final String READING = "2";

    private Digest() {}

    static String of(Delivery delivery) {
        var all = sha256();
        all.update(READING.getBytes(StandardCharsets.UTF_8));
        delivery.files().parallelStream()
                .map(file -> file.name() + " " + HexFormat.of().formatHex(of(file)))
                .sorted()
                .toList()
                .forEach(line -> all.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }

    private static byte[] of(DeliveryFile file) {
        var digest = sha256();
        try (var content = FileChannel.open(file.path())) {
            var bytes = ByteBuffer.allocate(1 << 18);
            while (content.read(bytes) >= 0) {
                digest.update(bytes.flip());
                bytes.clear();
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
