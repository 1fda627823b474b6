package fr.preau.saml;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A door kept by others: its name in messages, where it is asked, the certificates that it may sign
 * with. {@code signOn} is a path of this site for the demo's own. {@code signOut} is where it is
 * told of a sign-out here, if {@code tellsSignOut}; {@code signOutAnswer} where its own requests
 * are answered.
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
        Instant changedAt,
        @Nullable String signOut,
        @Nullable String signOutAnswer,
        boolean tellsSignOut) {
    /** One that takes no part in single logout. */
    IdentityProvider(
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
        this(
                slug,
                kind,
                academy,
                entityId,
                signOn,
                certificates,
                returnHosts,
                strongContexts,
                open,
                demo,
                changedAt,
                null,
                null,
                false);
    }

    /** The same, that may be told of sign-outs here, and answered when it asks for one. */
    IdentityProvider leaving(@Nullable String at, @Nullable String answeredAt, boolean told) {
        return new IdentityProvider(
                slug,
                kind,
                academy,
                entityId,
                signOn,
                certificates,
                returnHosts,
                strongContexts,
                open,
                demo,
                changedAt,
                at,
                answeredAt,
                told && at != null);
    }

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
