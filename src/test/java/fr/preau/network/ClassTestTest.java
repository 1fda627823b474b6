package fr.preau.network;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import fr.preau.web.Profile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test of the line from a class: bounded for the platform, not believed beyond what can be. */
@School
class ClassTestTest {
    private static final Map<String, String> FIGURES =
            Map.of(
                    "down", "20000", "up", "5000", "latency", "18", "page", "420", "device",
                    "TABLET");

    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired List<Erases> erases;
    @Autowired School.SettableClock clock;

    private String test() {
        return "/network/"
                + db.sql("select id from structure where uai = '0341315V'")
                        .query(Long.class)
                        .single()
                + "/test";
    }

    private Visitor helene() {
        return visitors.as("helene.costa", Profile.TEACHER);
    }

    private String begin(Visitor who, String room) {
        var begun = who.post(test() + "/runs", Map.of("room", room));
        assertThat(begun.status()).isEqualTo(200);
        return begun.body().replaceAll("\\D", "");
    }

    private int take(Visitor who, String run, int bytes) {
        return who.ask(test() + "/runs/" + run + "/bytes?size=" + bytes).status();
    }

    private int bring(Visitor who, String run, int bytes) throws Exception {
        var token = who.open(test()).page().select("[data-timing] [name=_csrf]").val();
        var request =
                HttpRequest.newBuilder(
                                URI.create(visitors.address() + test() + "/runs/" + run + "/bytes"))
                        .header(
                                "Cookie",
                                "preau="
                                        + who.cookie("preau")
                                        + "; preau-form="
                                        + who.cookie("preau-form"))
                        .header("X-Preau-Form", token)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException cut) {
            return 0;
        }
    }

    private String measured(Visitor who, String room) throws Exception {
        var run = begin(who, room);
        assertThat(take(who, run, 1_000_000)).isEqualTo(200);
        assertThat(bring(who, run, 250_000)).isEqualTo(204);
        return run;
    }

    private Visitor.Answer keep(Visitor who, String run, Map<String, String> figures) {
        var fields = new HashMap<>(figures);
        fields.put("run", run);
        fields.put("room", "ignored");
        return who.post(test(), fields);
    }

    private long kept() {
        return walls.as(
                Wall.JOB,
                () -> db.sql("select count(*) from network_test").query(Long.class).single());
    }

    @Test
    void a_teacher_tests_the_line_and_the_school_reads_what_came_of_it() throws Exception {
        var helene = helene();
        var run = measured(helene, "CP A");
        assertThat(keep(helene, run, FIGURES).status()).isEqualTo(303);
        assertThat(helene.open(test()).words())
                .contains("20 Mbit/s pour recevoir, 5 Mbit/s pour envoyer")
                .contains("À l’aise pour 66 élèves à la fois.")
                .contains("Une vidéo passe sans s’arrêter.")
                .contains("Une page de Préau arrive en 0,4 s.")
                .contains("CP A");
        var marc = visitors.as("marc.olivet");
        var school = test().replace("/test", "");
        assertThat(
                        marc.form(marc.open(school), school)
                                .fill("devices", "20")
                                .fill("down", "40")
                                .send()
                                .words())
                .contains("Au dernier essai, un appareil a reçu 20 Mbit/s.")
                .contains("C’est 50 % de la ligne déclarée.");
        assertThat(visitors.as("mireille.castan").open("/network").words())
                .contains("Mesuré 20 Mbit/s, aujourd’hui");
        assertThat(visitors.as("mireille.castan").open(test().replace("/test", "")).words())
                .doesNotContain("Costa");
    }

    @Test
    void bytes_are_never_kept_on_the_way_and_never_made_smaller() {
        var helene = helene();
        var run = begin(helene, "CP A");
        var given = helene.ask(test() + "/runs/" + run + "/bytes?size=5000");
        assertThat(given.headers().firstValue("Cache-Control")).hasValue("no-store, no-transform");
        assertThat(given.headers().firstValue("Content-Length")).hasValue("5000");
        assertThat(given.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void figures_that_cannot_be_are_refused() throws Exception {
        var helene = helene();
        var empty = begin(helene, "CP A");
        assertThat(keep(helene, empty, FIGURES).status()).as("nothing was carried").isEqualTo(422);
        var run = measured(helene, "CP A");
        for (var wrong :
                List.of(
                        Map.of("down", "99999999"),
                        Map.of("down", "-5"),
                        Map.of("down", "fast"),
                        Map.of("down", "0"),
                        Map.of("up", ""),
                        Map.of("latency", "9999999"),
                        Map.of("page", "0"),
                        Map.of("device", "<b>"),
                        Map.of("down", "3000"))) {
            var figures = new HashMap<>(FIGURES);
            figures.putAll(wrong);
            assertThat(keep(helene, run, figures).status()).as("%s", wrong).isEqualTo(422);
        }
        assertThat(kept()).isZero();
        assertThat(keep(helene, run, FIGURES).status()).as("the premise").isEqualTo(303);
        assertThat(keep(helene, run, FIGURES).status()).as("once").isEqualTo(422);
        var late = measured(helene, "CP A");
        clock.moveBy(Duration.ofMinutes(4));
        assertThat(keep(helene, late, FIGURES).status()).as("given up").isEqualTo(422);
        assertThat(kept()).isOne();
    }

    @Test
    void a_run_belongs_to_whoever_began_it() throws Exception {
        var run = measured(helene(), "CP A");
        var julien = visitors.as("julien.pradal");
        assertThat(take(julien, run, 1)).isEqualTo(404);
        assertThat(bring(julien, run, 10)).isEqualTo(404);
        assertThat(keep(julien, run, FIGURES).status()).isEqualTo(422);
        for (var login :
                List.of("claude.toulousain", "nadia.ferrand", "mireille.castan", "amina.benali"))
            assertThat(visitors.as(login).post(test() + "/runs", Map.of("room", "CP A")).status())
                    .as(login)
                    .isEqualTo(404);
    }

    @Test
    void nobody_makes_the_platform_work_with_it() throws Exception {
        var helene = helene();
        var run = begin(helene, "CP A");
        assertThat(take(helene, run, 4_000_001)).as("too much at once").isEqualTo(404);
        assertThat(take(helene, run, 0)).isEqualTo(404);
        assertThat(take(helene, run, 4_000_000)).isEqualTo(200);
        assertThat(take(helene, run, 4_000_000)).as("too much in all").isEqualTo(404);
        assertThat(bring(helene, run, 1_000_001)).isIn(0, 404);
        assertThat(bring(helene, run, 1_000_000)).isEqualTo(204);
        assertThat(bring(helene, run, 1_000_000)).isEqualTo(404);
        for (int i = 1; i < 30; i++) begin(helene, "CP A");
        var more = helene.post(test() + "/runs", Map.of("room", "CP A"));
        assertThat(more.status()).isEqualTo(429);
        assertThat(more.body()).contains("Réessayez dans dix minutes");
        begin(visitors.as("julien.pradal"), "CE1-CE2");
        clock.moveBy(Duration.ofMinutes(11));
        begin(visitors.as("julien.pradal"), "CE1-CE2");
        assertThat(helene.post(test() + "/runs", Map.of("room", "")).status()).isEqualTo(422);
    }

    @Test
    void tablets_together_are_one_result() throws Exception {
        for (var login : List.of("julien.pradal", "marc.olivet")) {
            var who = visitors.as(login);
            keep(who, measured(who, "BCD"), FIGURES);
        }
        assertThat(visitors.as("marc.olivet").open(test()).words())
                .contains("40 Mbit/s pour recevoir")
                .contains("2 appareils ont testé ensemble");
    }

    @Test
    void whoever_is_erased_leaves_no_run() {
        begin(helene(), "CP A");
        var hers =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql("select account_id from network_run")
                                        .query(Long.class)
                                        .single());
        erases.stream()
                .filter(one -> one instanceof ErasedRuns)
                .forEach(one -> one.erase(new long[0], new long[] {hers}));
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql("select count(*) from network_run")
                                                .query(Long.class)
                                                .single()))
                .isZero();
    }

    @Test
    void without_script_the_page_says_what_is_needed() {
        assertThat(helene().open(test()).page().select("noscript").text())
                .contains("il lui faut JavaScript");
        assertThat(helene().post(test(), Map.of()).status()).isEqualTo(422);
    }
}
