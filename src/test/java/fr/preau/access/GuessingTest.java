package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.SignIn.Verdict;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever guesses gets nowhere, and whoever is guessed at still enters. A few dozen guesses here;
 * ten thousand with {@code -Dproof=full}.
 */
@School
class GuessingTest {
    private static final int GUESSES =
            "full".equals(System.getProperty("preau.proof")) ? 10_000 : 60;
    private static final String AMINA = "amina.benali";
    private static final String RIGHT = "preau-demo-2024";

    @Autowired SignIn signIn;
    @Autowired Accounts accounts;
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private static String address(int n) {
        return "203.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255);
    }

    private Verdict guess(String login, String password, int n) {
        return signIn.withPassword(login, password, address(n), null, null).verdict();
    }

    private long one(String sql) {
        return walls.as(Wall.DOOR, () -> db.sql(sql).query(Long.class).single());
    }

    private long refusals() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select count(*) from audit where action = 'GuessesEverywhere'")
                                .query(Long.class)
                                .single());
    }

    @Test
    void
            guesses_at_one_account_from_everywhere_for_an_hour_are_looked_at_a_hundred_times_at_most() {
        for (var n = 0; n < GUESSES; n++) {
            assertThat(guess(AMINA, "guess " + n, n)).isEqualTo(Verdict.REFUSED);
            clock.moveBy(Duration.ofHours(1).dividedBy(GUESSES));
        }
        assertThat(one("select failures from account where login = 'amina.benali'"))
                .isBetween(5L, 100L);
        assertThat(guess(AMINA, RIGHT, GUESSES)).as("waits").isEqualTo(Verdict.REFUSED);
    }

    @Test
    void meanwhile_its_owner_enters_where_they_have_entered_before() {
        var amina = visitors.stranger();
        amina.form(amina.open("/"), "/sign-in").fill("login", AMINA).fill("password", RIGHT).send();
        amina.form(amina.open("/"), "/sign-out").send();
        for (var n = 0; n < 20; n++) guess(AMINA, "guess", n);
        assertThat(guess(AMINA, RIGHT, 99)).as("elsewhere").isEqualTo(Verdict.REFUSED);
        var back =
                amina.form(amina.open("/"), "/sign-in")
                        .fill("login", AMINA)
                        .fill("password", RIGHT)
                        .send();
        assertThat(back.status()).isEqualTo(200);
        assertThat(guess(AMINA, RIGHT, 100)).as("elsewhere, still").isEqualTo(Verdict.REFUSED);
    }

    @Test
    void a_known_device_that_guesses_waits_as_well() {
        var amina = visitors.stranger();
        amina.form(amina.open("/"), "/sign-in").fill("login", AMINA).fill("password", RIGHT).send();
        amina.form(amina.open("/"), "/sign-out").send();
        for (var n = 0; n < 5; n++)
            amina.form(amina.open("/"), "/sign-in")
                    .fill("login", AMINA)
                    .fill("password", "oops")
                    .send();
        assertThat(
                        amina.form(amina.open("/"), "/sign-in")
                                .fill("login", AMINA)
                                .fill("password", RIGHT)
                                .send()
                                .status())
                .isEqualTo(422);
        assertThat(guess(AMINA, RIGHT, 7)).as("elsewhere").isEqualTo(Verdict.IN);
    }

    @Test
    void one_guess_on_each_of_many_accounts_is_noticed_within_five_minutes() {
        var logins =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql("select login from account order by id limit 120")
                                        .query(String.class)
                                        .list());
        assertThat(logins).hasSize(120);
        for (var n = 0; n < 99; n++) guess(logins.get(n), "spring2024", n);
        assertThat(refusals()).isZero();
        for (var n = 99; n < 120; n++) {
            guess(logins.get(n), "spring2024", n);
            clock.moveBy(Duration.ofSeconds(2));
        }
        assertThat(refusals()).isOne();
        // From then on nothing that comes from a new place is looked at, until the five minutes are
        // over.
        assertThat(guess("thomas.leroy", RIGHT, 500)).isEqualTo(Verdict.NEW_PLACE);
        assertThat(guess("nobody.atall", RIGHT, 500)).isEqualTo(Verdict.NEW_PLACE);
        clock.moveBy(Duration.ofMinutes(6));
        assertThat(guess("thomas.leroy", RIGHT, 500)).isEqualTo(Verdict.IN);
    }

    private void spray() {
        var many =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "select id from account where login <> 'amina.benali' order by id limit 100")
                                        .query(Long.class)
                                        .list());
        many.forEach(account -> accounts.sprayedNow(account, address(1)));
        assertThat(accounts.sprayed()).isTrue();
    }

    private Visitor.Answer enter(Visitor visitor) {
        return visitor.form(visitor.open("/"), "/sign-in")
                .fill("login", AMINA)
                .fill("password", RIGHT)
                .send();
    }

    private Visitor here() {
        var amina = visitors.stranger();
        enter(amina);
        amina.form(amina.open("/"), "/sign-out").send();
        return amina;
    }

    @Test
    void under_guesses_everywhere_people_enter_where_they_have_entered_before() {
        var amina = here();
        spray();
        assertThat(guess(AMINA, RIGHT, 700)).as("elsewhere").isEqualTo(Verdict.NEW_PLACE);
        assertThat(enter(visitors.stranger()).status()).as("same place").isEqualTo(200);
        assertThat(enter(amina).status()).as("same device").isEqualTo(200);
    }

    @Test
    void whoever_fails_where_they_have_entered_before_does_not_look_like_guesses_everywhere() {
        here();
        var place = signIn.withPassword(AMINA, "oops", "127.0.0.1", null, null);
        assertThat(place.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(one("select count(*) from account where failed_at is not null")).isZero();
        guess(AMINA, "oops", 1);
        assertThat(one("select count(*) from account where failed_at is not null")).isOne();
    }

    @Test
    void a_known_device_and_a_card_enter_whatever_has_failed_behind_their_address() {
        var amina = here();
        for (var n = 0; n < DoorPolicy.ADDRESS_FAILURES; n++) accounts.addressFailed("127.0.0.1");
        assertThat(enter(visitors.stranger()).status()).as("another device").isEqualTo(422);
        assertThat(enter(amina).status()).as("the same device").isEqualTo(200);
        var card = "/cards/carte-de-ines-benali-demo";
        var ines = visitors.stranger();
        var answer = ines.open(card);
        for (var picture : List.of("cat", "sun", "boat", "apple"))
            answer = ines.form(answer, card).add("picture", picture).send();
        assertThat(answer.words()).contains("Je garde mes images secrètes.");
    }

    @Test
    void a_monday_morning_is_no_spray() {
        assertThat(DoorPolicy.isSpray(3_000, 20_000)).isFalse();
        assertThat(DoorPolicy.isSpray(90, 0)).isFalse();
        assertThat(DoorPolicy.isSpray(500, 20)).isTrue();
    }

    /** How long it takes is measured by hand: bench/doors.sh. Here, that the work is the same. */
    @Test
    void an_unknown_login_costs_what_a_known_one_does() {
        var known = work("jade.leroy");
        assertThat(known).as("the premise: statements are seen").hasSizeGreaterThan(5);
        assertThat(work("nobody.atall")).hasSameSizeAs(known);
        assertThat(writes(work("nobody.atall"))).isEqualTo(writes(work("thomas.leroy")));
    }

    private static long writes(List<String> work) {
        return work.stream().filter(sql -> sql.matches("(?s).*(insert|update|delete) .*")).count();
    }

    private List<String> work(String login) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(said);
        try {
            guess(login, "oops", 10_000);
        } finally {
            log.detachAppender(said);
            log.setLevel(null);
        }
        return said.list.stream()
                .map(ILoggingEvent::getMessage)
                .filter(m -> m.startsWith("Executing") && m.contains("["))
                .filter(m -> !m.contains("current_user") && !m.contains("set local role"))
                .toList();
    }
}
