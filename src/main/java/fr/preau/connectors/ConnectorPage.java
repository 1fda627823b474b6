package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registers a service: describe it, look at what it will be told, then keep it. */
public record ConnectorPage(
        String slug,
        String name,
        String purpose,
        Protocol protocol,
        String entity,
        String addresses,
        String callbacks,
        String signOut,
        String certificates,
        String metadata,
        String places,
        Collection<Profile> profiles,
        List<Attribute> attributes,
        boolean secret,
        @Nullable Preview preview,
        Problems problems)
        implements Page {
    /**
     * What will be so, once kept.
     *
     * @param fingerprints of the certificates that a SAML service signs with
     */
    public record Preview(List<String> places, List<Attribute> told, List<String> fingerprints) {}

    /** Whom a service may be for: the publisher's support is never told of elsewhere. */
    public List<Profile> allProfiles() {
        return Stream.of(Profile.values()).filter(one -> one != Profile.SUPPORT).toList();
    }

    /** A box of the form, and whether it is ticked. */
    public boolean ticked(Profile profile) {
        return profiles.contains(profile);
    }

    @Override
    public String title() {
        return slug.isEmpty() ? t("connectors.new") : name;
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
