package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Too many arrive at the same moment; {@code again} is the address that comes back by itself, null
 * when something was being sent.
 */
public record CrowdedPage(@Nullable String again) implements Page {
    @Override
    public String title() {
        return t("access.crowded.title");
    }

    @Override
    public int status() {
        return 503;
    }
}
