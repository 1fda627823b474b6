package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Live;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bell of an open page rings when something comes, whichever node it comes from. */
@School
class BellTest {
    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired Live live;
    @Autowired RingAtOpening opening;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    /**
     * Whoever has just lost their database tells every page to look again: before the test, and not
     * in the middle of it.
     */
    @BeforeEach
    void the_node_listens() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    while (!live.isHeard()) Thread.onSpinWait();
                });
    }

    /** A page that stays open: what the server says, line by line. */
    private final class Page implements AutoCloseable {
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final HttpClient http = HttpClient.newHttpClient();

        Page(String session, String path) throws IOException, InterruptedException {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(visitors.address() + path))
                                    .header("Cookie", "preau=" + session)
                                    .header("User-Agent", "Visitor")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.ofVirtual()
                    .start(() -> {
                        try (var lines =
                                new BufferedReader(
                                        new InputStreamReader(
                                                answer.body(), StandardCharsets.UTF_8))) {
                            lines.lines().filter(line -> !line.isBlank()).forEach(said::add);
                        } catch (IOException | java.io.UncheckedIOException e) {
                            said.add("closed");
                        }
                    });
        }

        String next() throws InterruptedException {
            return said.poll(10, TimeUnit.SECONDS);
        }

        /** Says nothing for a while. */
        boolean isQuiet() throws InterruptedException {
            return said.poll(700, TimeUnit.MILLISECONDS) == null;
        }

        /** What it says when it begins; something from just before may ring first. */
        int counted() throws InterruptedException {
            var line = next();
            while ("event:ring".equals(line) || "data:".equals(line)) line = next();
            assertThat(line).isEqualTo("event:bell");
            return Integer.parseInt(next().substring("data:".length()));
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private void at(String local) {
        clock.setTo(LocalDateTime.parse(local).atZone(School.PARIS).toInstant());
    }

    private static void send(Visitor author, String to, String title) {
        var page = author.open("/liaison/new");
        var value =
                page.page().select("label.choice").stream()
                        .filter(choice -> choice.select(".choice__title").text().equals(to))
                        .findFirst()
                        .orElseThrow()
                        .select("input")
                        .attr("value");
        author.form(page, "/liaison")
                .add("to", value)
                .fill("title", title)
                .fill("text", "Bonjour.")
                .send();
    }

    @Test
    void a_page_is_told_how_much_there_is_and_when_something_comes() throws Exception {
        visitors.as("amina.benali").open("/");
        var session = door.enter("amina.benali");
        try (var page = new Page(session, "/notifications/live")) {
            var before = page.counted();
            while (!page.isQuiet()) Thread.onSpinWait();
            send(visitors.as("lucie.barthes"), "Familles de Coquelicots", "Pour Inès");
            assertThat(page.next()).isEqualTo("event:ring");
            try (var again = new Page(session, "/notifications/live")) {
                assertThat(again.counted()).isGreaterThan(before);
            }
        }
    }

    @Test
    void a_page_that_follows_a_note_hears_its_bell_over_the_same_connection() throws Exception {
        var helene = visitors.as("helene.costa");
        send(helene, "Familles de CP A", "Suivi");
        var note = helene.open("/liaison").page().select("a[href~=/liaison/[0-9]+]").attr("href");
        try (var page = new Page(helene.cookie("preau"), note + "/live")) {
            page.counted();
            while (!page.isQuiet()) Thread.onSpinWait();
            send(visitors.as("julien.pradal"), "Familles de CE1-CE2", "Pour Tom");
            assertThat(page.next()).as("of her other hat").isEqualTo("event:ring");
        }
    }

    @Test
    void it_rings_whichever_node_it_comes_from_and_for_nobody_else() throws Exception {
        var person =
                db.sql(
                        "select id from person where academy = '11' and first_name = 'Amina' and last_name ilike 'benali' and kind = 'GUARDIAN'");
        long amina = walls.as(Wall.JOB, () -> person.query(Long.class).single());
        try (var hers = new Page(door.enter("amina.benali"), "/notifications/live");
                var his = new Page(door.enter("thomas.leroy"), "/notifications/live")) {
            hers.counted();
            his.counted();
            while (!hers.isQuiet() || !his.isQuiet()) Thread.onSpinWait();
            try (var node = Superuser.connect(pool, "preau");
                    var sql = node.createStatement()) {
                sql.execute("select pg_notify('preau_live', 'bell-" + amina + "')");
            }
            assertThat(hers.next()).isEqualTo("event:ring");
            assertThat(his.isQuiet()).isTrue();
        }
    }

    @Test
    void at_night_it_is_silent_and_rings_in_the_morning() throws Exception {
        at("2024-09-10T21:00");
        var author = visitors.stranger();
        author.cookie("preau", door.enter("helene.costa"));
        author.open("/");
        try (var page = new Page(door.enter("amina.benali"), "/notifications/live")) {
            page.counted();
            while (!page.isQuiet()) Thread.onSpinWait();
            send(author, "Familles de CP A", "La nuit");
            assertThat(page.isQuiet()).isTrue();
            at("2024-09-11T07:00");
            clock.moveBy(Duration.ofSeconds(30));
            opening.run();
            assertThat(page.next()).isEqualTo("event:ring");
        }
    }

    @Test
    void a_page_that_only_waits_keeps_no_session_alive() throws Exception {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter("amina.benali"));
        visitor.open("/");
        var idle = Duration.ofMinutes(20);
        clock.moveBy(idle);
        try (var page = new Page(visitor.cookie("preau"), "/notifications/live")) {
            page.counted();
        }
        clock.moveBy(idle);
        assertThat(visitor.ask("/").location()).startsWith("/sign-in");
    }

    @Test
    void a_stranger_hears_nothing() {
        assertThat(visitors.stranger().peek("/notifications/live").status()).isEqualTo(303);
    }
}
