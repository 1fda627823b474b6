package fr.preau.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB and two passes (OWASP's minimum). Hashing has its own narrow queue, so that
 * Monday's sign-ins do not starve the pages.
 */
@Component
class Passwords {
    /** Verified when the login is unknown, so that an answer takes the same time. */
    private final String nobodys;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore queue =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    Passwords() {
        nobodys = argon2.encode("nobody");
    }

    String hash(CharSequence secret) {
        queue.acquireUninterruptibly();
        try {
            return argon2.encode(secret);
        } finally {
            queue.release();
        }
    }

    boolean matches(CharSequence secret, @Nullable String hash) {
        queue.acquireUninterruptibly();
        try {
            return argon2.matches(secret, hash == null ? nobodys : hash) && hash != null;
        } finally {
            queue.release();
        }
    }
}
