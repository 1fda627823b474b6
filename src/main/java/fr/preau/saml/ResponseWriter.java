package fr.preau.saml;

import fr.preau.access.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a response with one assertion, unsigned (SAML profiles, 4.1.4.2). The names of its
 * prefixes do not matter to anybody who reads XML.
 */
final class ResponseWriter {
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final String issuer;
    private final String address;
    private final String audience;
    private final String request;
    private final Instant now;
    private Map<String, List<String>> attributes = Map.of();

    ResponseWriter(String issuer, String address, String audience, String request, Instant now) {
        this.issuer = issuer;
        this.address = address;
        this.audience = audience;
        this.request = request;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is said of the person, by name. */
    ResponseWriter says(Map<String, List<String>> said) {
        this.attributes = said;
        return this;
    }

    String write() {
        return """
        <samlp:Response xmlns:samlp="%1$s" xmlns:saml="%2$s" ID="%3$s" Version="2.0" IssueInstant="%6$s" Destination="%8$s" InResponseTo="%5$s">\
        <saml:Issuer>%9$s</saml:Issuer>\
        <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>\
        <saml:Assertion ID="%4$s" Version="2.0" IssueInstant="%6$s"><saml:Issuer>%9$s</saml:Issuer>\
        <saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">%4$s</saml:NameID>\
        <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
        <saml:SubjectConfirmationData InResponseTo="%5$s" NotOnOrAfter="%7$s" Recipient="%8$s"/></saml:SubjectConfirmation></saml:Subject>\
        <saml:Conditions NotBefore="%6$s" NotOnOrAfter="%7$s"><saml:AudienceRestriction><saml:Audience>%10$s</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
        <saml:AuthnStatement AuthnInstant="%6$s" SessionIndex="%4$s"><saml:AuthnContext>\
        <saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>\
        <saml:AttributeStatement>%11$s</saml:AttributeStatement></saml:Assertion></samlp:Response>\
        """
                .formatted(
                        Xml.PROTOCOL,
                        Xml.ASSERTION,
                        "_" + Tokens.make(160),
                        "_" + Tokens.make(160),
                        request,
                        now,
                        now.plus(LASTS),
                        HtmlUtils.htmlEscape(address),
                        HtmlUtils.htmlEscape(issuer),
                        HtmlUtils.htmlEscape(audience),
                        attributes.entrySet().stream()
                                .map(said -> attribute(said.getKey(), said.getValue()))
                                .collect(Collectors.joining()));
    }

    private static String attribute(String name, List<String> values) {
        return "<saml:Attribute Name=\""
                + HtmlUtils.htmlEscape(name)
                + "\">"
                + values.stream()
                        .map(value ->
                                "<saml:AttributeValue>"
                                        + HtmlUtils.htmlEscape(value)
                                        + "</saml:AttributeValue>")
                        .collect(Collectors.joining())
                + "</saml:Attribute>";
    }
}
