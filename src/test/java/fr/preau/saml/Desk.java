package fr.preau.saml;

import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.saml.IdentityProvider.Kind;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Providers of the tests, registered as real ones are, and browsers at their doors. */
final class Desk {
    static final String EDUCONNECT = "https://educonnect.example/idp";
    static final String AGENTS = "https://agents.example/idp";

    /** Made once: a key takes long. */
    static final SamlEngine.Key KEY = SelfSigned.make("educonnect", fr.preau.School.TUESDAY);

    static final SamlEngine.Key NEXT = SelfSigned.make("next", fr.preau.School.TUESDAY);
    static final SamlEngine.Key OTHER = SelfSigned.make("agents", fr.preau.School.TUESDAY);

    private final IdentityProviders providers;
    private final Visitors visitors;
    private final Walls walls;
    private final JdbcClient db;
    private final Clock clock;

    Desk(IdentityProviders providers, Visitors visitors, Walls walls, JdbcClient db, Clock clock) {
        this.providers = providers;
        this.visitors = visitors;
        this.walls = walls;
        this.db = db;
        this.clock = clock;
    }

    /** EduConnect and the desk of Montpellier, real ones in place of the demo's. */
    void open(X509Certificate... certificates) {
        walls.as(Wall.DOOR, () -> db.sql("delete from identity_provider").update());
        register("educonnect", Kind.EDUCONNECT, null, EDUCONNECT, List.of(), certificates);
        register(
                "agents-11",
                Kind.AGENTS,
                "11",
                AGENTS,
                List.of("urn:example:otp"),
                OTHER.certificate());
    }

    private void register(
            String slug,
            Kind kind,
            String academy,
            String entity,
            List<String> contexts,
            X509Certificate... certificates) {
        providers.keep(
                new IdentityProvider(
                        slug,
                        kind,
                        academy,
                        entity,
                        entity + "/sso",
                        List.of(certificates),
                        List.of("sortie.example"),
                        contexts,
                        true,
                        false,
                        clock.instant()));
    }

    /** A browser that has left for a door, with the request that it carries. */
    record Leaver(Visitor visitor, String door, String request) {
        Visitor.Answer brings(String base64) {
            return visitor.ask(
                    "POST",
                    "/saml/" + door + "/acs",
                    "RelayState=https%3A%2F%2Fevil.example%2F&SAMLResponse="
                            + URLEncoder.encode(base64, StandardCharsets.UTF_8));
        }

        Visitor.Answer bringsText(String message) {
            return brings(Base64.getEncoder().encodeToString(Xml.bytes(message)));
        }
    }

    Leaver leaves(String door) {
        return leaves(visitors.stranger(), door, "/liaison");
    }

    Leaver leaves(Visitor visitor, String door, String then) {
        var to = visitor.ask("/saml/" + door + "?then=" + then).location();
        return new Leaver(visitor, door, request(to));
    }

    /** The id of the request that an address carries. */
    static String request(String address) {
        try {
            var deflated =
                    Base64.getMimeDecoder()
                            .decode(
                                    URLDecoder.decode(
                                            address.replaceAll(".*SAMLRequest=([^&]*).*", "$1"),
                                            StandardCharsets.UTF_8));
            try (var in =
                    new InflaterInputStream(
                            new ByteArrayInputStream(deflated), new Inflater(true))) {
                return Xml.read(in.readAllBytes()).getDocumentElement().getAttribute("ID");
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String address(String door) {
        return visitors.address() + "/saml/" + door + "/acs";
    }

    String entity() {
        return visitors.address() + "/saml/metadata";
    }

    /** What EduConnect says of somebody: the directory's key of this guardian. */
    String reference(String firstName, String lastName) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "select '{AAF}' || academy || '|1|' || join_key from person where kind = 'GUARDIAN' and academy = '11' and plain(first_name) = plain(:first) and plain(last_name) = plain(:last) order by id limit 1")
                                .param("first", firstName)
                                .param("last", lastName)
                                .query(String.class)
                                .single());
    }

    /** Why the last answer was refused, as the journal has it; a dash when it says nothing. */
    String reason() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select subject from audit where action = 'AnswerRefused' order by id desc limit 1")
                                .query(String.class)
                                .optional()
                                .map(subject -> subject.substring(subject.lastIndexOf(' ') + 1))
                                .orElse("-"));
    }

    long refusals() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select count(*) from audit where action = 'AnswerRefused'")
                                .query(Long.class)
                                .single());
    }

    /** The login of whoever is inside in this browser; a dash when nobody is. */
    String inside(Visitor visitor) {
        var cookie = visitor.cookie("preau");
        if (cookie == null) return "-";
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select a.login from session s join account a on a.id = s.account_id where s.token_hash = :token and s.ended_at is null")
                                .param("token", fr.preau.access.Tokens.hash(cookie))
                                .query(String.class)
                                .optional()
                                .orElse("-"));
    }
}
