package fr.preau.saml;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers a door kept by others: paste its metadata, look at what it says, then keep it. */
public record ProviderPage(
        List<Choice> doors,
        String door,
        String metadata,
        String hosts,
        String contexts,
        boolean tells,
        @Nullable Preview preview,
        Problems problems)
        implements Page {
    /** A door that may be registered. */
    public record Choice(String slug, String name) {}

    /** What the file says; {@code known}: the door is registered, and this replaces it. */
    public record Preview(
            String entityId,
            String signOn,
            @Nullable String signOut,
            List<ProviderListPage.Shown> certificates,
            boolean known) {}

    @Override
    public String title() {
        return t("saml.provider.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
