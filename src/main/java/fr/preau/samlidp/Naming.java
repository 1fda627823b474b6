package fr.preau.samlidp;

import fr.preau.access.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person is named to a service (SAML core, 8.3): by an opaque identifier of its own, always
 * the same, or by one that serves for this visit only.
 */
enum Naming {
    LASTING(Naming.PERSISTENT),
    PASSING(Naming.TRANSIENT);

    static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    private static final String ANY = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    private static final String MARK = "_";

    private final String format;

    Naming(String format) {
        this.format = format;
    }

    String format() {
        return format;
    }

    /** The one that was asked for; empty when it is none of ours. */
    static Optional<Naming> asked(@Nullable String format) {
        if (format == null || format.equals(ANY) || format.equals(PERSISTENT))
            return Optional.of(LASTING);
        return format.equals(TRANSIENT) ? Optional.of(PASSING) : Optional.empty();
    }

    /** The way in which this name was given. */
    static Naming of(String name) {
        return name.startsWith(MARK) ? PASSING : LASTING;
    }

    /** The name of somebody whose lasting one is this. */
    String name(String lasting) {
        return this == LASTING ? lasting : MARK + Tokens.make(160);
    }
}
