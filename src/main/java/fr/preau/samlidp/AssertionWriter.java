package fr.preau.samlidp;

import fr.preau.access.Tokens;
import fr.preau.saml.Xml;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a response, unsigned (SAML profiles, 4.1.4.2): with one assertion, or with none. */
final class AssertionWriter {
    private static final Duration LASTS = Duration.ofMinutes(5);

    /** The clock of a service may be behind ours. */
    private static final Duration BEFORE = Duration.ofSeconds(60);

    private final String issuer;
    private final String address;
    private final String request;
    private final Instant now;
    private String name = "";
    private String format = "";
    private String context = "";
    private String visit = "";
    private String audience = "";
    private Instant entered;

    AssertionWriter(String issuer, String address, String request, Instant now) {
        this.issuer = issuer;
        this.address = address;
        this.request = request;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.entered = this.now;
    }

    AssertionWriter about(String name, String format) {
        this.name = name;
        this.format = format;
        return this;
    }

    /** When and how somebody entered, and what their visit at the service is called. */
    AssertionWriter entered(Instant since, String context, String visit) {
        this.entered = since.truncatedTo(ChronoUnit.SECONDS);
        this.context = context;
        this.visit = visit;
        return this;
    }

    AssertionWriter to(String audience) {
        this.audience = audience;
        return this;
    }

    String nothing(Status status) {
        return response(status.written());
    }

    String write(Map<String, List<String>> attributes) {
        return response(Status.success() + assertion(attributes));
    }

    private String response(String content) {
        return """
        <samlp:Response xmlns:samlp="%s" xmlns:saml="%s" ID="%s" Version="2.0" IssueInstant="%s" Destination="%s" InResponseTo="%s">\
        <saml:Issuer>%s</saml:Issuer>%s</samlp:Response>\
        """
                .formatted(
                        Xml.PROTOCOL,
                        Xml.ASSERTION,
                        "_" + Tokens.make(160),
                        now,
                        Xml.escape(address),
                        Xml.escape(request),
                        Xml.escape(issuer),
                        content);
    }

    private String assertion(Map<String, List<String>> attributes) {
        return """
        <saml:Assertion ID="%1$s" Version="2.0" IssueInstant="%2$s"><saml:Issuer>%3$s</saml:Issuer>\
        <saml:Subject><saml:NameID Format="%4$s">%5$s</saml:NameID>\
        <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
        <saml:SubjectConfirmationData InResponseTo="%6$s" NotOnOrAfter="%7$s" Recipient="%8$s"/></saml:SubjectConfirmation></saml:Subject>\
        <saml:Conditions NotBefore="%9$s" NotOnOrAfter="%7$s"><saml:AudienceRestriction><saml:Audience>%10$s</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
        <saml:AuthnStatement AuthnInstant="%11$s" SessionIndex="%12$s"><saml:AuthnContext><saml:AuthnContextClassRef>%13$s</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>\
        %14$s</saml:Assertion>\
        """
                .formatted(
                        "_" + Tokens.make(160),
                        now,
                        Xml.escape(issuer),
                        format,
                        Xml.escape(name),
                        Xml.escape(request),
                        now.plus(LASTS),
                        Xml.escape(address),
                        now.minus(BEFORE),
                        Xml.escape(audience),
                        entered,
                        visit,
                        Xml.escape(context),
                        statement(attributes));
    }

    /** An empty one is not allowed (SAML core, 2.7.3). */
    private static String statement(Map<String, List<String>> attributes) {
        if (attributes.isEmpty()) return "";
        return attributes.entrySet().stream()
                .map(one -> attribute(one.getKey(), one.getValue()))
                .collect(
                        Collectors.joining(
                                "", "<saml:AttributeStatement>", "</saml:AttributeStatement>"));
    }

    private static String attribute(String name, List<String> values) {
        return values.stream()
                .map(value ->
                        "<saml:AttributeValue>" + Xml.escape(value) + "</saml:AttributeValue>")
                .collect(
                        Collectors.joining(
                                "",
                                "<saml:Attribute Name=\""
                                        + Xml.escape(name)
                                        + "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\">",
                                "</saml:Attribute>"));
    }
}
