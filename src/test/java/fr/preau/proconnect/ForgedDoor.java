package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.OtherDoors;
import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.proconnect.Refusal.Reason;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mireille as ProConnect knows her, and a counterpart that can say anything. */
@School
abstract class ForgedDoor {
    static final String EMAIL = "mireille@cazouls.example";

    @Autowired Registration registration;
    @Autowired Invitations invitations;
    @Autowired Conventions conventions;
    @Autowired OtherDoors doors;
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;
    @Autowired HikariDataSource pool;

    Counterpart demo;
    Forger forger;
    long town;
    long mireille;

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

    void use(JWSAlgorithm algorithm) {
        if (forger != null) forger.close();
        forger = new Forger(algorithm, clock);
        registration.put(forger.counterpart());
    }

    static String identity() {
        return Forger.ISSUER + "\n" + Forger.IDP + "\n" + Forger.SUBJECT;
    }

    long number(String sql) {
        return walls.as(Wall.DIRECTORY, () -> db.sql(sql).query(Long.class).single());
    }

    long person(String first, String last) {
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
    record Leaver(Visitor visitor, String state, String nonce) {
        String back(String query) {
            return visitor.ask("/proconnect/return?" + query).location();
        }

        String back() {
            return back("state=" + state + "&code=code-" + Tokens.make(128));
        }
    }

    Leaver leaves() {
        return leaves(visitors.stranger(), "/proconnect?then=/tools");
    }

    static Leaver leaves(Visitor visitor, String from) {
        var query = query(visitor.ask(from).location());
        return new Leaver(visitor, query.get("state"), query.get("nonce"));
    }

    static Map<String, String> query(String address) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2)
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    String inside(Visitor visitor) {
        return visitors.loginOf(visitor);
    }

    String reason() {
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

    long refusals() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select count(*) from audit where action = 'AgentRefused'")
                                .query(Long.class)
                                .single());
    }

    /** Leaves, comes back with a right answer but for one thing. */
    void isRefused(String what, Reason reason, Consumer<Forger> change) {
        var leaver = leaves();
        prepare(leaver);
        change.accept(forger);
        assertThat(leaver.back()).as(what).isEqualTo("/proconnect/refused/" + reason.outcome());
        assertThat(inside(leaver.visitor())).as(what).isEqualTo("-");
        assertThat(reason()).as(what).isEqualTo(reason.name());
    }

    void enters(String what, Consumer<Forger> change) {
        var leaver = leaves();
        prepare(leaver);
        change.accept(forger);
        assertThat(leaver.back()).as(what).isEqualTo("/tools");
        assertThat(inside(leaver.visitor())).as(what).isEqualTo("mireille.castan");
    }

    void prepare(Leaver leaver) {
        // Each refusal is another line of the journal.
        clock.moveBy(Duration.ofSeconds(1));
        forger.beRight();
        forger.idToken.put("nonce", leaver.nonce());
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
