package fr.preau.saml;

import fr.preau.saml.IdentityProvider.Kind;
import fr.preau.web.Mode;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The other side of the protocol, for the demo: doors that this site keeps itself. It reads our
 * requests as EduConnect does, signature first, and answers with a signed assertion. Outside of the
 * demo it opens nothing and answers nobody.
 */
@Component
public class LocalProvider {
    private static final String KEY = "demo-doors";

    /** Below the path of a door: where it is told of a sign-out. */
    public static final String SIGN_OUT = "/sign-out";

    private final IdentityProviders providers;
    private final GeneratedKeys generated;
    private final ServiceKeys service;
    private final Site site;
    private final Mode mode;
    private final Clock clock;

    LocalProvider(
            IdentityProviders providers,
            GeneratedKeys generated,
            ServiceKeys service,
            Site site,
            Mode mode,
            Clock clock) {
        this.providers = providers;
        this.generated = generated;
        this.service = service;
        this.site = site;
        this.mode = mode;
        this.clock = clock;
    }

    /** A request of ours: its id, where the answer goes, and who asks. */
    public record Asked(String id, String address, String audience) {}

    /** What is known of a door of the demo. */
    public record Door(String slug, String name, boolean families, @Nullable String academy) {}

    /**
     * Opens a door kept by this site, in place of none: one that was registered is left alone.
     *
     * @param academy whose agents; null for EduConnect
     * @param path of this site, where the door is asked
     */
    public void open(@Nullable String academy, String path) {
        if (!mode.isDemo()) throw new IllegalStateException("a door of the demo, elsewhere");
        service.signing();
        var slug = academy == null ? Doors.EDUCONNECT : Doors.AGENTS + academy;
        if (providers.of(slug).filter(one -> !one.demo()).isPresent()) return;
        providers.keep(
                new IdentityProvider(
                                slug,
                                academy == null ? Kind.EDUCONNECT : Kind.AGENTS,
                                academy,
                                "urn:preau:demo:" + slug,
                                path,
                                List.of(generated.named(KEY).certificate()),
                                List.of(),
                                List.of(),
                                true,
                                true,
                                clock.instant())
                        // The desks of agents only lead back to themselves, as many real ones do.
                        .leaving(path + SIGN_OUT, path + SIGN_OUT, academy == null));
    }

    /** The demo's door of this name. */
    public Optional<Door> door(String slug) {
        return found(slug)
                .map(one ->
                        new Door(
                                one.slug(),
                                Doors.name(one),
                                one.kind() == Kind.EDUCONNECT,
                                one.academy()));
    }

    private Optional<IdentityProvider> found(String slug) {
        return mode.isDemo()
                ? providers.open(slug).filter(IdentityProvider::demo)
                : Optional.empty();
    }

    /** The request that this address carries, when it is signed by us and meant for this door. */
    public Optional<Asked> asked(String slug, HttpServletRequest request) {
        var provider = found(slug);
        if (provider.isEmpty()) return Optional.empty();
        try {
            var came = Redirected.read(request.getQueryString(), "SAMLRequest");
            came.mustBeSignedBy(List.of(service.signing().certificate()));
            var asked = came.top();
            if (!Xml.is(asked, Xml.PROTOCOL, "AuthnRequest")
                    || !site.link(request, provider.get().signOn())
                            .equals(Xml.attribute(asked, "Destination"))) return Optional.empty();
            return Optional.of(
                    new Asked(
                            String.valueOf(Xml.attribute(asked, "ID")),
                            String.valueOf(Xml.attribute(asked, "AssertionConsumerServiceURL")),
                            Xml.text(Xml.theChild(asked, Xml.ASSERTION, "Issuer"))));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /**
     * Where the browser goes back to when the address carries a sign-out of ours, signed and meant
     * for this door: with a signed answer that it is done.
     */
    public Optional<String> signedOut(String slug, HttpServletRequest request) {
        var provider = found(slug);
        if (provider.isEmpty()) return Optional.empty();
        try {
            var came = Redirected.read(request.getQueryString(), "SAMLRequest");
            came.mustBeSignedBy(List.of(service.signing().certificate()));
            if (!Xml.is(came.top(), Xml.PROTOCOL, SignOutMessages.REQUEST)
                    || !site.link(request, String.valueOf(provider.get().signOut()))
                            .equals(Xml.attribute(came.top(), "Destination")))
                return Optional.empty();
            var back = site.link(request, ServiceProvider.SIGN_OUT);
            var answer =
                    SignOutMessages.answer(
                            new SignOutMessages.Envelope(
                                    back, provider.get().entityId(), clock.instant()),
                            SignOutMessages.id(came),
                            SignOutMessages.Status.SUCCESS);
            return Optional.of(
                    Redirected.answer(back, answer, came.relayState(), generated.named(KEY)));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /** The answer that says these attributes of somebody, in base 64 as a form carries it. */
    public String answer(String slug, Asked asked, Map<String, List<String>> attributes) {
        var provider = found(slug).orElseThrow();
        var written =
                new ResponseWriter(
                                provider.entityId(),
                                asked.address(),
                                asked.audience(),
                                asked.id(),
                                clock.instant())
                        .says(attributes);
        var document = Xml.read(Xml.bytes(written.write()));
        var assertion = Xml.theChild(document.getDocumentElement(), Xml.ASSERTION, "Assertion");
        SamlEngine.sign(
                assertion, Xml.theChild(assertion, Xml.ASSERTION, "Subject"), generated.named(KEY));
        return Base64.getEncoder().encodeToString(Xml.bytes(Xml.write(document)));
    }
}
