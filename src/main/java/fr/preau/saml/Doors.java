package fr.preau.saml;

import static fr.preau.web.Wording.t;

import fr.preau.access.ForeignForms;
import fr.preau.access.OffersDoor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The doors of others on the sign-in page: EduConnect for families, each académie's desk for its
 * agents. Their answers are posted by their sites, without a token of our forms: what stands in its
 * place is a request of ours, answered once, in the browser that left with it.
 */
@Component
class Doors implements OffersDoor, ForeignForms {
    static final String EDUCONNECT = "educonnect";
    static final String AGENTS = "agents-";

    private final IdentityProviders providers;
    private final ServiceKeys keys;

    Doors(IdentityProviders providers, ServiceKeys keys) {
        this.providers = providers;
        this.keys = keys;
    }

    @Override
    public List<Door> doors() {
        if (!keys.ready()) return List.of();
        return providers.all().stream()
                .filter(IdentityProvider::open)
                .map(one -> new Door(name(one), whom(one), "/saml/" + one.slug()))
                .toList();
    }

    @Override
    public List<String> paths() {
        return List.of("/saml/*/acs");
    }

    private static Set<Whom> whom(IdentityProvider one) {
        return switch (one.kind()) {
            case EDUCONNECT -> Set.of(Whom.FAMILY);
            case AGENTS -> Set.of(Whom.SCHOOL, Whom.ACADEMY);
        };
    }

    /** As its users know it: « EduConnect », « Académie de Montpellier ». */
    static String name(IdentityProvider one) {
        return name(one.academy());
    }

    static String name(@org.jspecify.annotations.Nullable String academy) {
        if (academy == null) return t("saml.educonnect");
        return fr.preau.web.Wording.exists("saml.academy." + academy)
                ? t("saml.academy." + academy)
                : t("saml.academy", academy);
    }
}
