package fr.preau.saml;

import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What this site is to identity providers: its name, its addresses, its metadata, its requests. */
@Component
class ServiceProvider {
    static final String METADATA = "/saml/metadata";

    /** One for all providers: their software takes the first that our metadata name. */
    static final String SIGN_OUT = "/saml/slo";

    private final Site site;
    private final ServiceKeys keys;
    private final IdentityProviders providers;
    private final Clock clock;
    private final String entity;

    ServiceProvider(
            Site site,
            ServiceKeys keys,
            IdentityProviders providers,
            Clock clock,
            @Value("${preau.saml.entity:}") String entity) {
        this.site = site;
        this.keys = keys;
        this.providers = providers;
        this.clock = clock;
        this.entity = entity.strip();
    }

    /** Our name in messages: as it was registered, or the address of our metadata. */
    String entity(HttpServletRequest request) {
        return entity.isEmpty() ? link(request) : entity;
    }

    /** The address of our metadata. */
    String link(HttpServletRequest request) {
        return site.link(request, METADATA);
    }

    /** Where the answers of a provider come to. */
    String address(HttpServletRequest request, String slug) {
        return site.link(request, "/saml/" + slug + "/acs");
    }

    String signOn(HttpServletRequest request, IdentityProvider provider) {
        return absolute(request, provider.signOn());
    }

    /** Where providers say that somebody signs out, and answer us. */
    String signOut(HttpServletRequest request) {
        return site.link(request, SIGN_OUT);
    }

    /** A path is one of this site, for the demo's own. */
    String absolute(HttpServletRequest request, String address) {
        return address.startsWith("/") ? site.link(request, address) : address;
    }

    /** The address that asks the provider who is in front of this browser. */
    URI ask(HttpServletRequest request, IdentityProvider provider, String id) {
        var to = signOn(request, provider);
        var asked =
                """
                <samlp:AuthnRequest xmlns:samlp="%s" xmlns:saml="%s" ID="%s" Version="2.0" IssueInstant="%s" Destination="%s" \
                ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" AssertionConsumerServiceURL="%s">\
                <saml:Issuer>%s</saml:Issuer></samlp:AuthnRequest>\
                """
                        .formatted(
                                Xml.PROTOCOL,
                                Xml.ASSERTION,
                                id,
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                HtmlUtils.htmlEscape(to),
                                HtmlUtils.htmlEscape(address(request, provider.slug())),
                                HtmlUtils.htmlEscape(entity(request)));
        return SamlEngine.redirect(to, Xml.read(Xml.bytes(asked)), keys.signing());
    }

    private String signOuts(HttpServletRequest request) {
        return java.util.stream.Stream.of("HTTP-Redirect", "HTTP-POST")
                .map(binding ->
                        """
                        <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:%s" Location="%s"/>\
                        """
                                .formatted(binding, HtmlUtils.htmlEscape(signOut(request))))
                .collect(Collectors.joining());
    }

    /** Every door that may exist, so that an address need not be announced later. */
    private List<String> slugs() {
        var slugs = new java.util.ArrayList<String>();
        slugs.add(Doors.EDUCONNECT);
        providers.academies().forEach(academy -> slugs.add(Doors.AGENTS + academy));
        return slugs;
    }

    /** Our metadata (SAML metadata, 2.4.4), signed. */
    String metadata(HttpServletRequest request) {
        var certificates =
                keys.all().stream()
                        .map(key -> Certificates.write(key.certificate()))
                        .map(
                                """
                                <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
                                <md:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>\
                                <md:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/></md:KeyDescriptor>\
                                """
                                        ::formatted)
                        .collect(Collectors.joining());
        var slugs = slugs();
        var addresses =
                IntStream.range(0, slugs.size())
                        .mapToObj(i ->
                                """
                                <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%s" index="%d"/>\
                                """
                                        .formatted(
                                                HtmlUtils.htmlEscape(
                                                        address(request, slugs.get(i))),
                                                i))
                        .collect(Collectors.joining());
        var document =
                Xml.read(
                        Xml.bytes(
                                """
                                <md:EntityDescriptor xmlns:md="%s" xmlns:ds="%s" ID="_preau" entityID="%s">\
                                <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="%s">%s%s%s</md:SPSSODescriptor>\
                                </md:EntityDescriptor>\
                                """
                                        .formatted(
                                                Xml.METADATA,
                                                Xml.SIGNATURE,
                                                HtmlUtils.htmlEscape(entity(request)),
                                                Xml.PROTOCOL,
                                                certificates,
                                                signOuts(request),
                                                addresses)));
        var top = document.getDocumentElement();
        SamlEngine.sign(top, top.getFirstChild(), keys.signing());
        return Xml.write(document);
    }
}
