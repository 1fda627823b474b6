package fr.preau.saml;

import fr.preau.saml.IdentityProvider.Kind;
import fr.preau.web.Mode;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
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
    private static final String SIGNED = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

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
                        clock.instant()));
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
        var query = request.getQueryString();
        var provider = found(slug);
        if (provider.isEmpty() || query == null || !isSigned(query)) return Optional.empty();
        try {
            var asked = Xml.read(inflate(parameter(query, "SAMLRequest"))).getDocumentElement();
            if (!Xml.is(asked, Xml.PROTOCOL, "AuthnRequest")
                    || !site.link(request, provider.get().signOn())
                            .equals(Xml.attribute(asked, "Destination"))) return Optional.empty();
            return Optional.of(
                    new Asked(
                            String.valueOf(Xml.attribute(asked, "ID")),
                            String.valueOf(Xml.attribute(asked, "AssertionConsumerServiceURL")),
                            Xml.text(Xml.theChild(asked, Xml.ASSERTION, "Issuer"))));
        } catch (IOException | IllegalArgumentException | Refusal e) {
            return Optional.empty();
        }
    }

    /** SAML bindings, 3.4.4.1: what is signed is the query as it stands, before its signature. */
    private boolean isSigned(String query) {
        var cut = query.indexOf("&Signature=");
        if (cut < 0 || !SIGNED.equals(parameter(query, "SigAlg"))) return false;
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(service.signing().certificate());
            signature.update(query.substring(0, cut).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getMimeDecoder().decode(parameter(query, "Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String parameter(String query, String name) {
        for (var pair : query.split("&"))
            if (pair.startsWith(name + "="))
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        return "";
    }

    private static byte[] inflate(String base64) throws IOException {
        try (var in =
                new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)),
                        new Inflater(true))) {
            return in.readNBytes(Xml.LARGEST);
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
