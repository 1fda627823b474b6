package fr.preau.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * A browser that wants to be written to: where, and with which keys (RFC 8291, 2). {@code point}:
 * its public key, uncompressed; {@code secret}: what it shares with us alone.
 */
public record Subscriber(URI endpoint, byte[] point, byte[] secret) {
    private static final int POINT = 65;
    private static final int SECRET = 16;
    private static final int COORDINATE = 32;

    /** What a browser has said, when it can be written to at all; keys in base64url. */
    static Optional<Subscriber> of(URI endpoint, String point, String secret) {
        var subscriber =
                new Subscriber(
                        endpoint, new Base64URL(point).decode(), new Base64URL(secret).decode());
        return subscriber.isWhole() ? Optional.of(subscriber) : Optional.empty();
    }

    private boolean isWhole() {
        if (point.length != POINT || point[0] != 4 || secret.length != SECRET) return false;
        try {
            key();
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    ECPublicKey key() {
        return keyAt(point);
    }

    /** Refuses what is not on the curve: our secret would leak through such a point. */
    static ECPublicKey keyAt(byte[] point) {
        try {
            return new ECKey.Builder(
                            Curve.P_256,
                            Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                            Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE, POINT)))
                    .build()
                    .toECPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A public key as it travels: 4, x, y. */
    static byte[] pointOf(ECPublicKey key) {
        var jwk = new ECKey.Builder(Curve.P_256, key).build();
        var point = new byte[POINT];
        point[0] = 4;
        System.arraycopy(jwk.getX().decode(), 0, point, 1, COORDINATE);
        System.arraycopy(jwk.getY().decode(), 0, point, 1 + COORDINATE, COORDINATE);
        return point;
    }
}
