package fr.preau.samlidp;

import fr.preau.access.Tokens;
import fr.preau.connectors.Admission.Told;
import fr.preau.connectors.Release;
import fr.preau.connectors.Release.Said;
import fr.preau.connectors.Visits;
import fr.preau.saml.SamlEngine;
import fr.preau.saml.ServiceKeys;
import fr.preau.saml.Xml;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** Answers an AuthnRequest: what the connector's list says of somebody, or that nothing is said. */
@Component
class Answers {
    private final Release release;
    private final Visits visits;
    private final ServiceKeys keys;
    private final Clock clock;

    Answers(Release release, Visits visits, ServiceKeys keys, Clock clock) {
        this.release = release;
        this.visits = visits;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Who asked, and where the answer goes.
     *
     * @param issuer our own name
     */
    record Way(Asked asked, String issuer, String address) {}

    /** Tells a service of somebody, and remembers that it must be told of their sign-out. */
    Map<String, String> about(Told told, Naming naming, String context, Way way) {
        var said = release.of(told);
        var name = naming.name(said.subject());
        var visit = "_" + Tokens.make(160);
        visits.remember(told, way.issuer(), visit, name);
        var writer =
                new AssertionWriter(way.issuer(), way.address(), way.asked().id(), clock.instant())
                        .about(name, naming.format())
                        .entered(told.held().since(), context, visit)
                        .to(Objects.requireNonNull(told.connector().name()));
        var document = Xml.read(Xml.bytes(writer.write(named(said))));
        var assertion = Xml.theChild(document.getDocumentElement(), Xml.ASSERTION, "Assertion");
        SamlEngine.sign(
                assertion, Xml.theChild(assertion, Xml.ASSERTION, "Subject"), keys.signing());
        return fields(document, way.asked());
    }

    private static Map<String, List<String>> named(Said said) {
        var all = new LinkedHashMap<String, List<String>>();
        said.attributes().forEach((attribute, values) -> all.put(attribute.wire(), values));
        return all;
    }

    /** Says that nothing is said, and why. */
    Map<String, String> nothing(Status status, Way way) {
        return fields(
                Xml.read(
                        Xml.bytes(
                                new AssertionWriter(
                                                way.issuer(),
                                                way.address(),
                                                way.asked().id(),
                                                clock.instant())
                                        .nothing(status))),
                way.asked());
    }

    /** The whole answer signed, as a form carries it. */
    private Map<String, String> fields(Document document, Asked asked) {
        var response = document.getDocumentElement();
        SamlEngine.sign(response, Xml.theChild(response, Xml.PROTOCOL, "Status"), keys.signing());
        var fields = new LinkedHashMap<String, String>();
        fields.put(
                "SAMLResponse", Base64.getEncoder().encodeToString(Xml.bytes(Xml.write(document))));
        if (asked.relayState() != null) fields.put("RelayState", asked.relayState());
        return fields;
    }
}
