package fr.preau.saml;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A door kept by others: its name in messages, where it is asked, the certificates that it may sign
 * with. {@code signOn} is a path of this site for the demo's own.
 */
record IdentityProvider(
        String slug,
        Kind kind,
        @Nullable String academy,
        String entityId,
        String signOn,
        List<X509Certificate> certificates,
        List<String> returnHosts,
        List<String> strongContexts,
        boolean open,
        boolean demo,
        Instant changedAt) {
    /** Whom the door is for. */
    enum Kind {
        /** Guardians, whatever their académie. */
        EDUCONNECT,
        /** The agents of one académie. */
        AGENTS
    }

    /** What is written in the journal of an entry by this door. */
    public String manner() {
        return slug;
    }
}
