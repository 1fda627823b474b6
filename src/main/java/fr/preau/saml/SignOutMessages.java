package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.access.Tokens;
import fr.preau.saml.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Requests and answers of single logout, as they are written and as they must come (SAML core,
 * 3.7).
 */
final class SignOutMessages {
    static final String REQUEST = "LogoutRequest";
    static final String ANSWER = "LogoutResponse";

    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
    private static final Duration LASTS = Duration.ofMinutes(5);

    /** One that is older was kept by somebody on its way. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private SignOutMessages() {}

    /** What is answered to a request (SAML core, 3.2.2.2). */
    enum Status {
        SUCCESS("Success", null),
        /** Closed here; some service that was led to from here is not told. */
        PARTIAL("Success", "PartialLogout"),
        /** The request is the provider's, and cannot be followed. */
        REQUESTER("Requester", null);

        private final String first;
        private final @Nullable String second;

        Status(String first, @Nullable String second) {
            this.first = first;
            this.second = second;
        }

        private String written() {
            return "<samlp:Status><samlp:StatusCode Value=\""
                    + STATUS
                    + first
                    + (second == null
                            ? "\"/>"
                            : "\"><samlp:StatusCode Value=\""
                                    + STATUS
                                    + second
                                    + "\"/></samlp:StatusCode>")
                    + "</samlp:Status>";
        }
    }

    /** What a message is about, where it goes and who writes it. */
    record Envelope(String to, String issuer, Instant now) {
        private String opened(String kind, String id, String more) {
            return """
            <samlp:%s xmlns:samlp="%s" xmlns:saml="%s" ID="%s" Version="2.0" IssueInstant="%s" Destination="%s"%s><saml:Issuer>%s</saml:Issuer>\
            """
                    .formatted(
                            kind,
                            Xml.PROTOCOL,
                            Xml.ASSERTION,
                            id,
                            now.truncatedTo(ChronoUnit.SECONDS),
                            Xml.escape(to),
                            more,
                            Xml.escape(issuer));
        }
    }

    /**
     * @param nameId the NameID as an element
     */
    static Document request(Envelope envelope, String id, String nameId, @Nullable String index) {
        var until = envelope.now().plus(LASTS).truncatedTo(ChronoUnit.SECONDS);
        return Xml.read(
                Xml.bytes(
                        envelope.opened(REQUEST, id, " NotOnOrAfter=\"" + until + "\"")
                                + nameId
                                + (index == null
                                        ? ""
                                        : "<samlp:SessionIndex>"
                                                + Xml.escape(index)
                                                + "</samlp:SessionIndex>")
                                + "</samlp:LogoutRequest>"));
    }

    static Document answer(Envelope envelope, String request, Status status) {
        var id = "_" + Tokens.make(160);
        return Xml.read(
                Xml.bytes(
                        envelope.opened(ANSWER, id, " InResponseTo=\"" + Xml.escape(request) + "\"")
                                + status.written()
                                + "</samlp:LogoutResponse>"));
    }

    /** Whether an answer says that it is done, there. */
    static boolean succeeded(Message answer) {
        var status = Xml.theChild(answer.top(), Xml.PROTOCOL, "Status");
        var code = Xml.theChild(status, Xml.PROTOCOL, "StatusCode");
        return (STATUS + "Success").equals(Xml.attribute(code, "Value"))
                && Xml.children(code, Xml.PROTOCOL, "StatusCode").isEmpty();
    }

    /** The name of whoever wrote it, which proves nothing yet. */
    static String issuer(Message came) {
        return Xml.text(Xml.theChild(came.top(), Xml.ASSERTION, "Issuer"));
    }

    /** Its number; refused when it has none that could be answered. */
    static String id(Message came) {
        var id = Xml.attribute(came.top(), "ID");
        unless(id != null && id.matches("[A-Za-z_][A-Za-z0-9_.-]{0,255}"), Reason.SHAPE);
        return id;
    }

    /**
     * Throws {@link Refusal} unless the provider wrote it, to this address of ours.
     *
     * @param kind {@link #REQUEST} or {@link #ANSWER}
     */
    static void prove(Message came, String kind, IdentityProvider provider, String here) {
        came.mustBeSignedBy(provider.certificates());
        unless(Xml.is(came.top(), Xml.PROTOCOL, kind), Reason.SHAPE);
        unless("2.0".equals(Xml.attribute(came.top(), "Version")), Reason.SHAPE);
        // Required once it is signed (SAML bindings, 3.4.5.2): nobody hands on another's message.
        unless(here.equals(Xml.attribute(came.top(), "Destination")), Reason.DESTINATION);
    }

    /** Throws {@link Refusal} when it is not of now. */
    static void timely(Message came, Instant now) {
        var issued = Xml.instant(came.top(), "IssueInstant");
        unless(
                !issued.isAfter(now.plus(Verification.SKEW))
                        && issued.isAfter(now.minus(OLDEST).minus(Verification.SKEW)),
                Reason.TIME);
        if (came.top().hasAttribute("NotOnOrAfter"))
            unless(
                    now.isBefore(Xml.instant(came.top(), "NotOnOrAfter").plus(Verification.SKEW)),
                    Reason.TIME);
    }

    /** Until when one that was believed could be sent again. */
    static Instant replayable(Instant now) {
        return now.plus(OLDEST).plus(Verification.SKEW.multipliedBy(3));
    }
}
