package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.saml.Refusal.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads an assertion that was proved: whether it is for us, for this request, now; then what it
 * says (SAML core, 2.3 to 2.7).
 */
final class AssertionReader {
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final Set<String> KNOWN_CONDITIONS =
            Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

    private final IdentityProvider provider;
    private final Verification.Expected expected;
    private final String request;
    private final Instant now;

    AssertionReader(
            IdentityProvider provider,
            Verification.Expected expected,
            String request,
            Instant now) {
        this.provider = provider;
        this.expected = expected;
        this.request = request;
        this.now = now;
    }

    Answer read(Element assertion) {
        var id = Xml.attribute(assertion, "ID");
        unless(id != null && !id.isEmpty(), Reason.SHAPE);
        unless("2.0".equals(Xml.attribute(assertion, "Version")), Reason.SHAPE);
        unless(
                Xml.text(Xml.theChild(assertion, Xml.ASSERTION, "Issuer"))
                        .equals(provider.entityId()),
                Reason.ISSUER);
        notLater(Xml.instant(assertion, "IssueInstant"));
        var until = subject(Xml.theChild(assertion, Xml.ASSERTION, "Subject"));
        conditions(Xml.theChild(assertion, Xml.ASSERTION, "Conditions"));
        return new Answer(id, until, attributes(assertion), contexts(assertion), named(assertion));
    }

    /** Until when the subject is confirmed as the bearer of this answer. */
    private Instant subject(Element subject) {
        var bearers =
                Xml.children(subject, Xml.ASSERTION, "SubjectConfirmation").stream()
                        .filter(one -> BEARER.equals(Xml.attribute(one, "Method")))
                        .toList();
        unless(bearers.size() == 1, Reason.SHAPE);
        var data = Xml.theChild(bearers.getFirst(), Xml.ASSERTION, "SubjectConfirmationData");
        unless(expected.address().equals(Xml.attribute(data, "Recipient")), Reason.RECIPIENT);
        unless(request.equals(Xml.attribute(data, "InResponseTo")), Reason.REQUEST);
        // A bearer's confirmation never has one (SAML profiles, 4.1.4.2).
        unless(!data.hasAttribute("NotBefore"), Reason.SHAPE);
        var until = Xml.instant(data, "NotOnOrAfter");
        notOver(until);
        return until;
    }

    private void conditions(Element conditions) {
        if (conditions.hasAttribute("NotBefore")) notLater(Xml.instant(conditions, "NotBefore"));
        if (conditions.hasAttribute("NotOnOrAfter"))
            notOver(Xml.instant(conditions, "NotOnOrAfter"));
        for (var condition : Xml.children(conditions))
            unless(
                    Xml.ASSERTION.equals(condition.getNamespaceURI())
                            && KNOWN_CONDITIONS.contains(condition.getLocalName()),
                    Reason.SHAPE);
        var audiences = Xml.children(conditions, Xml.ASSERTION, "AudienceRestriction");
        unless(!audiences.isEmpty(), Reason.AUDIENCE);
        for (var restriction : audiences)
            unless(
                    Xml.children(restriction, Xml.ASSERTION, "Audience").stream()
                            .anyMatch(one -> Xml.text(one).equals(expected.entity())),
                    Reason.AUDIENCE);
    }

    private List<String> contexts(Element assertion) {
        var statements = Xml.children(assertion, Xml.ASSERTION, "AuthnStatement");
        unless(!statements.isEmpty(), Reason.SHAPE);
        var contexts = new ArrayList<String>();
        for (var statement : statements) {
            notLater(Xml.instant(statement, "AuthnInstant"));
            if (statement.hasAttribute("SessionNotOnOrAfter"))
                notOver(Xml.instant(statement, "SessionNotOnOrAfter"));
            for (var context : Xml.children(statement, Xml.ASSERTION, "AuthnContext"))
                for (var reference : Xml.children(context, Xml.ASSERTION, "AuthnContextClassRef"))
                    contexts.add(Xml.text(reference));
        }
        return contexts;
    }

    /** What a sign-out will call this session; null when the assertion gives no name. */
    private static @Nullable Named named(Element assertion) {
        var subject = Xml.theChild(assertion, Xml.ASSERTION, "Subject");
        var index =
                Xml.children(assertion, Xml.ASSERTION, "AuthnStatement").stream()
                        .map(statement -> Xml.attribute(statement, "SessionIndex"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return Xml.child(subject, Xml.ASSERTION, "NameID")
                .filter(name -> !Xml.text(name).isEmpty())
                .map(name -> Named.of(name, index))
                .orElse(null);
    }

    private static Map<String, List<String>> attributes(Element assertion) {
        var found = new TreeMap<String, List<String>>();
        for (var statement : Xml.children(assertion, Xml.ASSERTION, "AttributeStatement"))
            for (var attribute : Xml.children(statement, Xml.ASSERTION, "Attribute")) {
                var values =
                        Xml.children(attribute, Xml.ASSERTION, "AttributeValue").stream()
                                .filter(value -> Xml.children(value).isEmpty())
                                .map(Xml::text)
                                .toList();
                for (var name : names(attribute))
                    found.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values);
            }
        return found;
    }

    private static Set<String> names(Element attribute) {
        var names = new java.util.TreeSet<String>();
        for (var kind : List.of("Name", "FriendlyName")) {
            var name = Xml.attribute(attribute, kind);
            if (name != null) names.add(name.toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private void notLater(Instant from) {
        unless(!from.isAfter(now.plus(Verification.SKEW)), Reason.TIME);
    }

    private void notOver(Instant until) {
        unless(until.isAfter(now.minus(Verification.SKEW)), Reason.TIME);
    }
}
