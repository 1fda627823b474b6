package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;

/** What protects somebody's account: where it is open, and what opens it. */
public record SecurityPage(List<Device> devices, boolean secondFactor, int recoveryCodes)
        implements Page {
    /** A browser in which the account has been opened; {@code here}: the one that asks. */
    public record Device(
            long id, String name, Instant firstAt, Instant lastAt, long sessions, boolean here) {}

    @Override
    public String title() {
        return t("access.security.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
