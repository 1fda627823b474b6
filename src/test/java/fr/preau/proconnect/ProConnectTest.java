package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.OtherDoors;
import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.proconnect.Refusal.Reason;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What ProConnect says is believed down to the last claim or not at all: everything that somebody
 * could change of it, one thing at a time.
 */
@School
class ProConnectTest {
    private static final String EMAIL = "mireille@cazouls.example";

    @Autowired Registration registration;
    @Autowired Invitations invitations;
    @Autowired Conventions conventions;
    @Autowired OtherDoors doors;
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private Counterpart demo;
    private Forger forger;
    private long town;
    private long mireille;

    @BeforeEach
    void a_counterpart() {
        demo = registration.current().orElseThrow();
        town = number("select id from structure where kind = 'TOWN' and insee = '34069'");
        mireille = person("Mireille", "Castan");
        use(JWSAlgorithm.ES256);
        var account = doors.holding(List.of(mireille)).getFirst().account();
        doors.link(account, "proconnect", identity());
        invitations.use(
                invitations.make(town, EMAIL, mireille, mireille).id(),
                identity(),
                mireille,
                false);
    }

    @AfterEach
    void the_demo_again() {
        registration.put(demo);
        forger.close();
    }

    private void use(JWSAlgorithm algorithm) {
        if (forger != null) forger.close();
        forger = new Forger(algorithm, clock);
        registration.put(forger.counterpart());
    }

    private static String identity() {
        return Forger.ISSUER + "\n" + Forger.IDP + "\n" + Forger.SUBJECT;
    }

    private long number(String sql) {
        return walls.as(Wall.DIRECTORY, () -> db.sql(sql).query(Long.class).single());
    }

    private long person(String first, String last) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "select id from person where first_name = :first and last_name = :last and kind = 'LOCAL'")
                                .param("first", first)
                                .param("last", last)
                                .query(Long.class)
                                .single());
    }

    /** A browser that has left, with what it carries. */
    private record Leaver(Visitor visitor, String state, String nonce) {
        String back(String query) {
            return visitor.ask("/proconnect/return?" + query).location();
        }

        String back() {
            return back("state=" + state + "&code=code-" + Tokens.make(128));
        }
    }

    private Leaver leaves() {
        return leaves(visitors.stranger(), "/proconnect?then=/tools");
    }

    private static Leaver leaves(Visitor visitor, String from) {
        var query = query(visitor.ask(from).location());
        return new Leaver(visitor, query.get("state"), query.get("nonce"));
    }

    private static Map<String, String> query(String address) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2)
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private String inside(Visitor visitor) {
        var cookie = visitor.cookie("preau");
        if (cookie == null) return "-";
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select a.login from session s join account a on a.id = s.account_id where s.token_hash = :token and s.ended_at is null")
                                .param("token", Tokens.hash(cookie))
                                .query(String.class)
                                .optional()
                                .orElse("-"));
    }

    private String reason() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select subject from audit where action = 'AgentRefused' order by id desc limit 1")
                                .query(String.class)
                                .optional()
                                .map(subject -> subject.substring(subject.lastIndexOf(' ') + 1))
                                .orElse("-"));
    }

    private long refusals() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select count(*) from audit where action = 'AgentRefused'")
                                .query(Long.class)
                                .single());
    }

    /** Leaves, comes back with a right answer but for one thing. */
    private void isRefused(String what, Reason reason, Consumer<Forger> change) {
        var leaver = leaves();
        prepare(leaver);
        change.accept(forger);
        assertThat(leaver.back()).as(what).isEqualTo("/proconnect/refused/" + reason.outcome());
        assertThat(inside(leaver.visitor())).as(what).isEqualTo("-");
        assertThat(reason()).as(what).isEqualTo(reason.name());
    }

    private void enters(String what, Consumer<Forger> change) {
        var leaver = leaves();
        prepare(leaver);
        change.accept(forger);
        assertThat(leaver.back()).as(what).isEqualTo("/tools");
        assertThat(inside(leaver.visitor())).as(what).isEqualTo("mireille.castan");
    }

    private void prepare(Leaver leaver) {
        // Each refusal is another line of the journal.
        clock.moveBy(Duration.ofSeconds(1));
        forger.beRight();
        forger.idToken.put("nonce", leaver.nonce());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    @Test
    void nothing_more_is_asked_than_proconnect_admits() {
        var address = visitors.stranger().ask("/proconnect?then=/tools").location();
        var asked = query(address);
        assertThat(asked.keySet())
                .containsExactlyInAnyOrder(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "claims");
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(asked.get("nonce"))
                .hasSizeGreaterThanOrEqualTo(32)
                .isNotEqualTo(asked.get("state"));
        assertThat(asked.get("redirect_uri")).isEqualTo(visitors.address() + "/proconnect/return");
        assertThat(asked.get("claims")).isEqualTo("{\"id_token\":{\"amr\":{\"essential\":true}}}");
        assertThat(asked.get("scope")).startsWith("openid ").contains("siret", "idp_id");
        assertThat(query(visitors.stranger().ask("/proconnect").location()).get("state"))
                .isNotEqualTo(asked.get("state"));
    }

    @Test
    void valid_answers_enter_in_all_their_forms() {
        for (var algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256)) {
            use(algorithm);
            enters("as it should be " + algorithm, f -> {});
            assertThat(forger.redeemed)
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("client_id", Forger.CLIENT)
                    .containsEntry("client_secret", Forger.SECRET)
                    .containsEntry("redirect_uri", visitors.address() + "/proconnect/return");
            enters("without at_hash", f -> f.idToken.remove("at_hash"));
            enters("a list of one audience", f -> f.idToken.put("aud", List.of(Forger.CLIENT)));
            enters(
                    "two audiences, for us",
                    f -> {
                        f.idToken.put("aud", List.of("other", Forger.CLIENT));
                        f.idToken.put("azp", Forger.CLIENT);
                    });
            enters("clocks apart", f -> f.idToken.put("iat", now() + 50));
            enters("just over", f -> f.idToken.put("exp", now() - 50));
            enters("no key named", f -> f.idSigning = f.userinfoSigning = c -> nameless(f, c));
            enters("a type with more", f -> f.userinfoType = "application/jwt; charset=UTF-8");
            enters("spaces in the siret", f -> f.userinfo.put("siret", "999 340 698 00011"));
            enters("another establishment", f -> f.userinfo.put("siret", "99934069800029"));
            enters("another address since", f -> f.userinfo.put("email", "new@cazouls.example"));
            enters(
                    "other keys beside",
                    f -> f.published = new JWKSet(List.of(f.key, Forger.ec("other"))));
        }
    }

    private static String nameless(Forger forger, Map<String, Object> claims) {
        try {
            return Forger.signed(claims, forger.key, forger.algorithm, null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_token_that_is_not_signed_as_agreed_is_not_believed() {
        for (var algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256)) {
            use(algorithm);
            for (var which : List.of("id_token", "userinfo")) {
                for (var forgery : forgeries().entrySet())
                    isRefused(
                            which + " " + forgery.getKey() + " " + algorithm,
                            forgery.getValue().reason(),
                            f -> {
                                if (which.equals("id_token"))
                                    f.idSigning = forgery.getValue().signing();
                                else f.userinfoSigning = forgery.getValue().signing();
                            });
            }
        }
    }

    private record Forgery(Reason reason, Forger.Signing signing) {}

    private Map<String, Forgery> forgeries() {
        var name = forger.algorithm.getName();
        var all = new TreeMap<String, Forgery>();
        for (var none : List.of("none", "None", "NONE", "nOnE", ""))
            for (var length : List.of(0, 64))
                all.put(
                        "alg " + none + " " + length,
                        new Forgery(
                                length == 0 || none.equals("none")
                                        ? Reason.UNREADABLE
                                        : Reason.ALGORITHM,
                                c ->
                                        Forger.raw(
                                                "{\"alg\":\"" + none + "\",\"kid\":\"key\"}",
                                                c,
                                                b -> new byte[length])));
        all.put(
                "no signature",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> {
                            var right = Forger.signed(c, forger.key, forger.algorithm, "key");
                            return right.substring(0, right.lastIndexOf('.') + 1) + "AA";
                        }));
        all.put(
                "two parts",
                new Forgery(
                        Reason.UNREADABLE,
                        c -> {
                            var right = Forger.signed(c, forger.key, forger.algorithm, "key");
                            return right.substring(0, right.lastIndexOf('.'));
                        }));
        // The public key as the secret of an HMAC: what anybody can compute.
        for (var secret : publicForms().entrySet())
            all.put(
                    "HS256 by " + secret.getKey(),
                    new Forgery(
                            Reason.ALGORITHM,
                            c ->
                                    Forger.raw(
                                            "{\"alg\":\"HS256\",\"kid\":\"key\"}",
                                            c,
                                            b -> hmac(secret.getValue(), b))));
        for (var secret : publicForms().entrySet())
            all.put(
                    "an HMAC under our algorithm, by " + secret.getKey(),
                    new Forgery(
                            Reason.SIGNATURE,
                            c ->
                                    Forger.raw(
                                            "{\"alg\":\"" + name + "\",\"kid\":\"key\"}",
                                            c,
                                            b -> hmac(secret.getValue(), b))));
        all.put(
                "the client's secret",
                new Forgery(
                        Reason.ALGORITHM,
                        c ->
                                Forger.raw(
                                        "{\"alg\":\"HS256\",\"kid\":\"key\"}",
                                        c,
                                        b ->
                                                hmac(
                                                        Forger.SECRET.getBytes(
                                                                StandardCharsets.UTF_8),
                                                        b))));
        all.put(
                "another key of that name",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> Forger.signed(c, forger.other(), forger.algorithm, "key")));
        all.put(
                "another key of another name",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> Forger.signed(c, forger.other(), forger.algorithm, "other")));
        all.put(
                "its own key in the header",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> headed(c, "\"jwk\":" + forger.other().toPublicJWK().toJSONString())));
        all.put(
                "an address of keys in the header",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> headed(c, "\"jku\":\"" + forger.base() + "/others\",\"kid\":\"x\"")));
        all.put(
                "something critical that nobody knows",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> headed(c, "\"crit\":[\"http://x\"],\"http://x\":1")));
        all.put(
                "the signature of null (CVE-2022-21449)",
                new Forgery(
                        Reason.SIGNATURE,
                        c ->
                                Forger.raw(
                                        "{\"alg\":\"" + name + "\",\"kid\":\"key\"}",
                                        c,
                                        b -> new byte[64])));
        all.put(
                "another algorithm of the family",
                new Forgery(
                        Reason.ALGORITHM,
                        c ->
                                forger.key instanceof RSAKey
                                        ? Forger.signed(c, forger.key, JWSAlgorithm.PS256, "key")
                                        : Forger.raw(
                                                "{\"alg\":\"ES512\",\"kid\":\"key\"}",
                                                c,
                                                b -> new byte[132])));
        all.put(
                "changed after signing",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> {
                            var right = Forger.signed(c, forger.key, forger.algorithm, "key");
                            var parts = right.split("\\.");
                            var claims = new TreeMap<>(c);
                            claims.put("role", "mayor");
                            return parts[0]
                                    + "."
                                    + Base64URL.encode(
                                            com.nimbusds.jose.util.JSONObjectUtils.toJSONString(
                                                    claims))
                                    + "."
                                    + parts[2];
                        }));
        all.put("not a token", new Forgery(Reason.UNREADABLE, c -> "eyJ.eyJ.AA"));
        all.put("nothing", new Forgery(Reason.UNREADABLE, c -> ""));
        all.put(
                "very long",
                new Forgery(
                        Reason.UNREADABLE,
                        c -> {
                            var claims = new TreeMap<>(c);
                            claims.put("more", "x".repeat(20_000));
                            return Forger.signed(claims, forger.key, forger.algorithm, "key");
                        }));
        return all;
    }

    private String headed(Map<String, Object> claims, String more) {
        var header = "{\"alg\":\"" + forger.algorithm.getName() + "\"," + more + "}";
        return Forger.raw(header, claims, b -> bySomebody(b));
    }

    /** A right signature of the other key under any header. */
    private byte[] bySomebody(byte[] signed) {
        try {
            var signer =
                    forger.other() instanceof RSAKey rsa
                            ? new com.nimbusds.jose.crypto.RSASSASigner(rsa)
                            : new com.nimbusds.jose.crypto.ECDSASigner(forger.other().toECKey());
            return signer.sign(new com.nimbusds.jose.JWSHeader(forger.algorithm), signed).decode();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, byte[]> publicForms() {
        try {
            var key =
                    forger.key instanceof RSAKey rsa
                            ? rsa.toRSAPublicKey()
                            : forger.key.toECKey().toECPublicKey();
            var der = key.getEncoded();
            var pem =
                    "-----BEGIN PUBLIC KEY-----\n"
                            + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(der)
                            + "\n-----END PUBLIC KEY-----\n";
            return Map.of(
                    "DER",
                    der,
                    "PEM",
                    pem.getBytes(StandardCharsets.US_ASCII),
                    "JWK",
                    forger.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] secret, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_token_for_somebody_else_or_another_moment_is_not_believed() {
        var changes = new LinkedHashMap<String, Map.Entry<Reason, Consumer<Map<String, Object>>>>();
        put(changes, "another issuer", Reason.ISSUER, c -> c.put("iss", "https://evil.example"));
        put(
                changes,
                "an issuer with a slash",
                Reason.ISSUER,
                c -> c.put("iss", Forger.ISSUER + "/"));
        put(changes, "no issuer", Reason.ISSUER, c -> c.remove("iss"));
        put(changes, "another audience", Reason.AUDIENCE, c -> c.put("aud", "other"));
        put(changes, "no audience", Reason.AUDIENCE, c -> c.remove("aud"));
        put(changes, "an empty audience", Reason.AUDIENCE, c -> c.put("aud", List.of()));
        put(
                changes,
                "two audiences and nobody authorised",
                Reason.AUDIENCE,
                c -> c.put("aud", List.of(Forger.CLIENT, "other")));
        put(changes, "another authorised party", Reason.AUDIENCE, c -> c.put("azp", "other"));
        put(
                changes,
                "two audiences, another authorised party",
                Reason.AUDIENCE,
                c -> {
                    c.put("aud", List.of(Forger.CLIENT, "other"));
                    c.put("azp", "other");
                });
        put(changes, "no subject", Reason.SUBJECT, c -> c.remove("sub"));
        put(changes, "a blank subject", Reason.SUBJECT, c -> c.put("sub", " "));
        put(changes, "expired", Reason.TIME, c -> c.put("exp", now() - 61));
        put(changes, "expired long ago", Reason.TIME, c -> c.put("exp", 1));
        put(changes, "issued later", Reason.TIME, c -> c.put("iat", now() + 3600));
        put(changes, "not yet", Reason.TIME, c -> c.put("nbf", now() + 3600));
        for (var one : changes.entrySet()) {
            isRefused(
                    "id_token: " + one.getKey(),
                    one.getValue().getKey(),
                    f -> one.getValue().getValue().accept(f.idToken));
            isRefused(
                    "userinfo: " + one.getKey(),
                    one.getValue().getKey(),
                    f -> one.getValue().getValue().accept(f.userinfo));
        }
        isRefused("never expires", Reason.TIME, f -> f.idToken.remove("exp"));
        isRefused("never issued", Reason.TIME, f -> f.idToken.remove("iat"));
        isRefused("issued long ago", Reason.TIME, f -> f.idToken.put("iat", now() - 3600));
        isRefused("no nonce", Reason.NONCE, f -> f.idToken.remove("nonce"));
        isRefused("another nonce", Reason.NONCE, f -> f.idToken.put("nonce", Tokens.make(256)));
        isRefused("an empty nonce", Reason.NONCE, f -> f.idToken.put("nonce", ""));
        var earlier = leaves();
        isRefused(
                "the nonce of another departure",
                Reason.NONCE,
                f -> f.idToken.put("nonce", earlier.nonce()));
        isRefused(
                "another access token",
                Reason.ACCESS_TOKEN,
                f -> f.tokens.put("access_token", "access-" + Tokens.make(128)));
        isRefused("an empty at_hash", Reason.ACCESS_TOKEN, f -> f.idToken.put("at_hash", ""));
    }

    private static void put(
            Map<String, Map.Entry<Reason, Consumer<Map<String, Object>>>> changes,
            String what,
            Reason reason,
            Consumer<Map<String, Object>> change) {
        changes.put(what, Map.entry(reason, change));
    }

    @Test
    void what_is_said_of_the_agent_is_of_this_agent_signed_and_whole() {
        isRefused("somebody else", Reason.SUBJECT, f -> f.userinfo.put("sub", "paul"));
        isRefused(
                "another provider of identity",
                Reason.SUBJECT,
                f -> f.idToken.put("idp_id", "another"));
        for (var type : List.of("application/json", "text/plain", "application/jwt+json", ""))
            isRefused("type " + type, Reason.CONTENT_TYPE, f -> f.userinfoType = type);
        isRefused(
                "plain JSON",
                Reason.CONTENT_TYPE,
                f -> {
                    f.userinfoType = "application/json";
                    f.userinfoSigning = com.nimbusds.jose.util.JSONObjectUtils::toJSONString;
                });
        isRefused(
                "plain JSON that says it is a token",
                Reason.UNREADABLE,
                f -> f.userinfoSigning = com.nimbusds.jose.util.JSONObjectUtils::toJSONString);
        for (var claim : List.of("idp_id", "email", "given_name", "usual_name", "siret")) {
            isRefused("no " + claim, Reason.CLAIMS, f -> f.userinfo.remove(claim));
            isRefused("blank " + claim, Reason.CLAIMS, f -> f.userinfo.put(claim, " "));
            isRefused("long " + claim, Reason.CLAIMS, f -> f.userinfo.put(claim, "1".repeat(300)));
            isRefused(
                    "a list " + claim, Reason.UNREADABLE, f -> f.userinfo.put(claim, List.of("a")));
            isRefused("a control " + claim, Reason.CLAIMS, f -> f.userinfo.put(claim, "a\u0000b"));
        }
        isRefused(
                "the same subject at another provider of identity",
                Reason.NO_INVITATION,
                f -> f.userinfo.put("idp_id", "another"));
        isRefused(
                "another subject with her address",
                Reason.NO_INVITATION,
                f -> {
                    f.idToken.put("sub", "paul");
                    f.userinfo.put("sub", "paul");
                });
        isRefused("tokens of another type", Reason.CONTENT_TYPE, f -> f.tokensType = "text/html");
        isRefused("no access token", Reason.UNREADABLE, f -> f.tokens.remove("access_token"));
        isRefused("not a bearer", Reason.UNREADABLE, f -> f.tokens.put("token_type", "mac"));
        isRefused(
                "a header inside the access token",
                Reason.UNREADABLE,
                f -> f.tokens.put("access_token", "a\r\nHost: evil.example"));
        enters("the premise", f -> {});
    }

    @Test
    void only_what_left_this_browser_comes_back_and_once() {
        var leaver = leaves();
        prepare(leaver);
        var before = refusals();
        var right = "state=" + leaver.state() + "&code=" + Tokens.make(128);
        assertThat(visitors.stranger().ask("/proconnect/return?" + right).location())
                .as("another browser")
                .isEqualTo("/proconnect/refused/refused");
        var other = leaves();
        prepare(leaver);
        assertThat(other.back(right))
                .as("another browser that has left as well")
                .isEqualTo("/proconnect/refused/refused");
        for (var query :
                List.of(
                        "",
                        "code=abc",
                        "state=&code=abc",
                        "state=" + Tokens.make(256) + "&code=abc",
                        "state=" + leaver.nonce() + "&code=abc"))
            assertThat(leaver.back(query)).as(query).isEqualTo("/proconnect/refused/refused");
        assertThat(forger.asked).as("nothing was asked of anybody").isEmpty();
        assertThat(refusals()).as("nor written").isEqualTo(before);
        assertThat(leaver.back(right)).as("the premise").isEqualTo("/tools");
        var replayed = leaver.back("state=" + leaver.state() + "&code=" + Tokens.make(128));
        assertThat(replayed).as("a state serves once").isEqualTo("/proconnect/refused/refused");

        var second = leaves();
        prepare(second);
        assertThat(
                        second.back(
                                "state="
                                        + second.state()
                                        + "&code="
                                        + right.substring(right.indexOf("code=") + 5)))
                .as("a code serves once")
                .isEqualTo("/proconnect/refused/refused");
        assertThat(reason()).isEqualTo("CODE_SERVED");
        assertThat(forger.asked).as("and is not even shown to ProConnect").isEmpty();

        var late = leaves();
        clock.moveBy(Waiting.AT_THE_DOOR.plusSeconds(1));
        prepare(late);
        assertThat(late.back()).as("too late").isEqualTo("/proconnect/refused/refused");
    }

    @Test
    void an_answer_of_another_provider_is_not_taken_for_this_one() {
        var leaver = leaves();
        prepare(leaver);
        assertThat(
                        leaver.back(
                                "state="
                                        + leaver.state()
                                        + "&code=abc&iss="
                                        + encoded("https://evil.example")))
                .isEqualTo("/proconnect/refused/refused");
        assertThat(reason()).isEqualTo("ISSUER");
        assertThat(forger.asked).as("the code is given to nobody").isEmpty();
        var named = leaves();
        prepare(named);
        assertThat(
                        named.back(
                                "state="
                                        + named.state()
                                        + "&code=abcd&iss="
                                        + encoded(Forger.ISSUER)))
                .isEqualTo("/tools");
        forger.description.put("authorization_response_iss_parameter_supported", true);
        registration.put(forger.counterpart());
        var silent = leaves();
        prepare(silent);
        assertThat(silent.back())
                .as("it names itself in every answer, and not in this one")
                .isEqualTo("/proconnect/refused/refused");
        assertThat(reason()).isEqualTo("ISSUER");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whoever_gives_up_there_is_not_in_here() {
        for (var error :
                Map.of(
                                "access_denied", "refused",
                                "login_required", "refused",
                                "temporarily_unavailable", "unavailable",
                                "server_error", "unavailable")
                        .entrySet()) {
            var leaver = leaves();
            prepare(leaver);
            assertThat(leaver.back("state=" + leaver.state() + "&code=abc&error=" + error.getKey()))
                    .as(error.getKey())
                    .isEqualTo("/proconnect/refused/" + error.getValue());
            assertThat(forger.asked).isEmpty();
        }
    }

    @Test
    void a_commune_needs_a_convention_today() {
        for (var siret :
                List.of(
                        "99934069800012",
                        "9993406980001",
                        "999340698000110",
                        "99934069900011",
                        "9993406980001a",
                        "٩٩٩٣٤٠٦٩٨٠٠٠١١"))
            isRefused(siret, Reason.SIRET, f -> f.userinfo.put("siret", siret));
        isRefused(
                "no convention",
                Reason.NO_CONVENTION,
                f -> f.userinfo.put("siret", "99934225600016"));
        var today = LocalDate.now(clock);
        var other =
                number(
                        "insert into structure (kind, name, insee) values ('TOWN', 'MARAUSSAN', '34148') returning id");
        conventions.sign(other, "999342256", today.minusYears(1), today.minusDays(1));
        isRefused(
                "a convention that has ended",
                Reason.NO_CONVENTION,
                f -> f.userinfo.put("siret", "99934225600016"));
        conventions.sign(other, "999342256", today.plusDays(1), today.plusYears(1));
        isRefused(
                "a convention to come",
                Reason.NO_CONVENTION,
                f -> f.userinfo.put("siret", "99934225600016"));
        conventions.sign(other, "999342256", today, today);
        isRefused(
                "a convention, and an invitation of another commune",
                Reason.NO_INVITATION,
                f -> f.userinfo.put("siret", "99934225600016"));
        enters("her own commune", f -> {});
    }

    /** Somebody new, on the way by this invitation. */
    private String comes(String code, String subject, String email) {
        var leaver = leaves(visitors.stranger(), "/proconnect?invitation=" + code);
        if (leaver.state() == null) return "not even asked";
        prepare(leaver);
        forger.idToken.put("sub", subject);
        forger.userinfo.put("sub", subject);
        forger.userinfo.put("email", email);
        forger.userinfo.put("given_name", "Nadège");
        forger.userinfo.put("usual_name", "Vidal");
        var to = leaver.back();
        return to.startsWith("/proconnect/refused/") ? reason() : inside(leaver.visitor());
    }

    private String invite(long where, String email, Long person) {
        return invitations.make(where, email, person, mireille).code();
    }

    @Test
    void an_invitation_is_for_one_address_of_one_commune_once() {
        var code = invite(town, "n.vidal@cazouls.example", null);
        assertThat(comes(code, "nadege", "someone@cazouls.example")).isEqualTo("OTHER_ADDRESS");
        assertThat(comes(code, "nadege", "n.vidal@cazouls.example.evil"))
                .isEqualTo("OTHER_ADDRESS");
        var other =
                number(
                        "insert into structure (kind, name, insee) values ('TOWN', 'MARAUSSAN', '34148') returning id");
        assertThat(
                        comes(
                                invite(other, "n.vidal@cazouls.example", null),
                                "nadege",
                                "n.vidal@cazouls.example"))
                .isEqualTo("OTHER_TOWN");
        assertThat(comes(code, "nadege", "N.Vidal@Cazouls.example")).isEqualTo("nadege.vidal");
        var late = leaves(visitors.stranger(), "/proconnect?invitation=" + code);
        assertThat(late.state()).as("it has served").isNull();

        var ended = invite(town, "b@cazouls.example", null);
        clock.moveBy(Duration.ofDays(15));
        assertThat(comesByThe(ended)).isEqualTo("/proconnect/refused/invitation-over");
        var withdrawn = invitations.make(town, "c@cazouls.example", null, mireille);
        invitations.withdraw(withdrawn.id(), List.of(town));
        assertThat(comesByThe(withdrawn.code())).isEqualTo("/proconnect/refused/invitation-over");
        var replaced = invite(town, "d@cazouls.example", null);
        invite(town, "d@cazouls.example", null);
        assertThat(comesByThe(replaced)).isEqualTo("/proconnect/refused/invitation-over");
        for (var wrong : List.of("", "x", Tokens.make(192)))
            assertThat(comesByThe(wrong)).isEqualTo("/proconnect/refused/invitation-over");
    }

    private String comesByThe(String code) {
        return visitors.stranger().ask("/proconnect?invitation=" + code).location();
    }

    @Test
    void an_invitation_that_ends_on_the_way_has_ended() {
        var withdrawn = invitations.make(town, "n.vidal@cazouls.example", null, mireille);
        var leaver = leaves(visitors.stranger(), "/proconnect?invitation=" + withdrawn.code());
        invitations.withdraw(withdrawn.id(), List.of(town));
        prepare(leaver);
        forger.idToken.put("sub", "nadege");
        forger.userinfo.put("sub", "nadege");
        forger.userinfo.put("email", "n.vidal@cazouls.example");
        assertThat(leaver.back()).isEqualTo("/proconnect/refused/invitation-over");

        var twice = invitations.make(town, "n.vidal@cazouls.example", null, mireille);
        var first = leaves(visitors.stranger(), "/proconnect?invitation=" + twice.code());
        var second = leaves(visitors.stranger(), "/proconnect?invitation=" + twice.code());
        for (var one : Map.of(first, "nadege", second, "paul").entrySet()) {
            prepare(one.getKey());
            forger.idToken.put("sub", one.getValue());
            forger.userinfo.put("sub", one.getValue());
            forger.userinfo.put("email", "n.vidal@cazouls.example");
            one.getKey().back();
        }
        assertThat(
                        List.of(inside(first.visitor()), inside(second.visitor())).stream()
                                .filter(login -> !login.equals("-")))
                .as("one of two identities")
                .hasSize(1);
    }

    @Test
    void an_identity_holds_one_account_and_a_protected_account_asks_for_its_code() {
        var mayor = person("Gilles", "Marty");
        assertThat(comes(invite(town, EMAIL, mayor), Forger.SUBJECT, EMAIL))
                .as("Mireille's own identity is hers")
                .isEqualTo("TAKEN");
        assertThat(comes(invite(town, EMAIL, null), Forger.SUBJECT, EMAIL))
                .as("invited as somebody new, she is who she was")
                .isEqualTo("mireille.castan");
        var leaver =
                leaves(
                        visitors.stranger(),
                        "/proconnect?invitation=" + invite(town, "maire@cazouls.example", mayor));
        prepare(leaver);
        forger.idToken.put("sub", "gilles");
        forger.userinfo.put("sub", "gilles");
        forger.userinfo.put("email", "maire@cazouls.example");
        assertThat(leaver.back()).isEqualTo("/");
        assertThat(inside(leaver.visitor())).isEqualTo("gilles.marty");
        assertThat(leaver.visitor().ask("/").location())
                .as("whatever ProConnect says, the first time asks for the code of the account")
                .startsWith("/second-factor");
        assertThat(again("gilles", List.of("mfa"))).startsWith("/charter");
        for (var manner : List.of("totp", "pop"))
            assertThat(again("gilles", List.of("pwd", manner))).startsWith("/charter");
        for (var manners : List.of(List.of("pwd"), List.of("pwd", "mail"), List.of()))
            assertThat(again("gilles", manners)).as("" + manners).startsWith("/second-factor");
        assertThat(again("gilles", null)).startsWith("/second-factor");
    }

    private String again(String subject, List<?> manners) {
        var leaver = leaves();
        prepare(leaver);
        forger.idToken.put("sub", subject);
        forger.userinfo.put("sub", subject);
        if (manners == null) forger.idToken.remove("amr");
        else forger.idToken.put("amr", manners);
        assertThat(leaver.back()).isEqualTo("/tools");
        return leaver.visitor().ask("/").location();
    }

    @Test
    void a_counterpart_that_fails_is_said_to_be_unavailable() {
        isRefused("an error", Reason.UNAVAILABLE, f -> f.status = 500);
        isRefused("a refusal of the code", Reason.REJECTED, f -> f.status = 400);
        isRefused("too much", Reason.UNAVAILABLE, f -> f.padding = new byte[70_000]);
        isRefused("elsewhere", Reason.UNAVAILABLE, f -> f.redirect = f.base() + "/elsewhere");
        assertThat(forger.asked).doesNotContain("/elsewhere");
        enters("the premise", f -> {});
        var leaver = leaves();
        prepare(leaver);
        forger.silent = true;
        registration.put(forger.counterpart());
        assertThat(leaver.back()).as("no answer").isEqualTo("/proconnect/refused/unavailable");
        forger.close();
        registration.put(forger.counterpart());
        assertThat(visitors.stranger().ask("/proconnect").location())
                .as("nobody there")
                .isEqualTo("/proconnect/refused/unavailable");
        assertThat(visitors.stranger().open("/proconnect/refused/unavailable").words())
                .contains("identifiant et un mot de passe");
    }

    @Test
    void what_it_says_of_itself_leads_nowhere_else() {
        var changes = new LinkedHashMap<String, Object>();
        changes.put("issuer", "https://evil.example");
        for (var name :
                List.of(
                        "authorization_endpoint",
                        "token_endpoint",
                        "userinfo_endpoint",
                        "jwks_uri",
                        "end_session_endpoint"))
            for (var address :
                    Arrays.asList(
                            "https://evil.example/x",
                            "http://127.0.0.2:5432/",
                            "http://u:p@localhost:" + URI.create(forger.base()).getPort() + "/x",
                            "file:///etc/passwd",
                            "javascript:alert(1)",
                            forger.base() + "/x#y",
                            forger.base() + "/x?y=z",
                            "",
                            null)) {
                forger.beRight();
                forger.description.put(name, address);
                registration.put(forger.counterpart());
                assertThat(visitors.stranger().ask("/proconnect").location())
                        .as(name + " " + address)
                        .isEqualTo("/proconnect/refused/unavailable");
            }
        forger.beRight();
        forger.description.put("issuer", "https://evil.example");
        registration.put(forger.counterpart());
        assertThat(visitors.stranger().ask("/proconnect").location())
                .isEqualTo("/proconnect/refused/unavailable");
    }

    @Test
    void only_hosts_that_were_written_down_are_asked() {
        var real =
                new Counterpart(
                        Forger.ISSUER,
                        URI.create(Forger.ISSUER + "/.well-known/openid-configuration"),
                        Forger.CLIENT,
                        Forger.SECRET,
                        JWSAlgorithm.RS256,
                        java.util.Set.of("keys.example"),
                        Duration.ofSeconds(1),
                        false);
        for (var right : List.of("https://proconnect.example/x", "https://KEYS.example:443/jwks"))
            assertThat(real.mayAsk(URI.create(right))).as(right).isTrue();
        for (var wrong :
                List.of(
                        "http://proconnect.example/x",
                        "https://proconnect.example.evil.example/x",
                        "https://proconnect.example@evil.example/x",
                        "https://u@proconnect.example/x",
                        "https://proconnect.example:8443/x",
                        "https://169.254.169.254/x",
                        "https:/x",
                        "/x",
                        "file:///proconnect.example"))
            assertThat(real.mayAsk(URI.create(wrong))).as(wrong).isFalse();
    }

    @Test
    void a_new_key_is_learned_and_not_asked_for_at_every_forgery() {
        enters("the key of before", f -> {});
        var next = Forger.ec("next");
        Consumer<Forger> signedByNext =
                f -> {
                    f.key = next;
                    f.published = new JWKSet(next);
                };
        isRefused("seen a moment ago", Reason.SIGNATURE, signedByNext);
        assertThat(forger.asked).doesNotContain("/jwks");
        clock.moveBy(Duration.ofMinutes(1));
        enters("a minute later", signedByNext);
        assertThat(forger.asked).contains("/jwks");
        isRefused(
                "the key of before",
                Reason.SIGNATURE,
                f -> {
                    var before = f.key;
                    f.published = new JWKSet(next);
                    f.idSigning = c -> Forger.signed(c, before, f.algorithm, "key");
                });
    }

    @Test
    void keys_that_are_too_weak_or_for_something_else_verify_nothing() throws Exception {
        use(JWSAlgorithm.RS256);
        var right = forger.key;
        for (var one :
                List.of(
                        new RSAKey.Builder(right.toRSAKey())
                                .keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION)
                                .build(),
                        new RSAKey.Builder(right.toRSAKey()).algorithm(JWSAlgorithm.RS512).build(),
                        Forger.ec("key"))) {
            registration.put(forger.counterpart());
            isRefused("not for this", Reason.SIGNATURE, f -> f.published = new JWKSet(one));
        }
        registration.put(forger.counterpart());
        isRefused(
                "two of one name",
                Reason.SIGNATURE,
                f -> f.published = new JWKSet(List.of(f.key, f.other())));
    }
}
