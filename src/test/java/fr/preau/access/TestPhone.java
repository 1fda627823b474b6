package fr.preau.access;

import java.time.Instant;

/** The authentication application of somebody's phone. */
public final class TestPhone {
    private TestPhone() {}

    public static String code(String secret, Instant now) {
        return Totp.code(secret, now);
    }
}
