package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What protects somebody's account: where it is open, and what opens it. */
public record SecurityPage(
        List<Device> devices,
        boolean secondFactor,
        boolean required,
        List<Key> keys,
        int recoveryCodes)
        implements Page {
    /**
     * A browser in which the account has been opened; {@code here}: the one that asks; {@code
     * sparedUntil}: no code is asked for at sign-in until then.
     */
    public record Device(
            long id,
            String name,
            Instant firstAt,
            Instant lastAt,
            long sessions,
            boolean here,
            @Nullable Instant sparedUntil) {}

    /** A passkey, as its holder calls it. */
    public record Key(long id, String name, Instant madeAt, @Nullable Instant lastUsedAt) {}

    @Override
    public String title() {
        return t("access.security.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
