package fr.preau.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.TestData;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The région follows and decides what enters the directory; nobody else does. */
@School
class DeliveriesTest {
    private static final Path CARRIED = Path.of("src/main/resources/demo/aaf/montpellier");

    @Autowired Visitors visitors;
    @Autowired FulfilWishes fulfil;
    @Autowired WatchFolder watch;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    @BeforeEach
    void nothing_has_arrived() throws IOException {
        TestData.empty(TestData.DROP);
        Files.createDirectories(TestData.DROP);
    }

    /** The carried delivery of Montpellier, a week later, with one kind of file emptied or not. */
    private void arrives(String folder, String emptied) throws IOException {
        var into = Files.createDirectories(TestData.DROP.resolve(folder));
        try (var files = Files.list(CARRIED)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var text = Files.readString(file);
                if (!emptied.isEmpty() && name.contains("_" + emptied + "_"))
                    text = text.replaceAll("(?s)<addRequest>.*</addRequest>", "");
                Files.writeString(into.resolve(name.replace("20240902", "20240909")), text);
            }
        }
    }

    private Visitor.Answer ask(Visitor who, String folder, String rehearsal) {
        var page = who.open("/deliveries");
        return who.form(page, "/deliveries")
                .fill("source", folder)
                .add("rehearsal", rehearsal)
                .send();
    }

    private long departed() {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql("select count(*) from person where departed_at is not null")
                                .query(Long.class)
                                .single());
    }

    @Test
    void the_region_sees_every_academy_and_an_academy_its_own() {
        var region = visitors.as("isabelle.roques").open("/deliveries");
        assertThat(region.words())
                .contains("Académie de Montpellier", "Académie de Toulouse", "Importée");
        assertThat(visitors.as("denis.aubrac").open("/deliveries").words())
                .contains("Académie de Montpellier")
                .doesNotContain("Académie de Toulouse");
        var toulouse =
                region.page().select("a[href~=/deliveries/\\d+]").stream()
                        .filter(link -> link.text().contains("Toulouse"))
                        .findFirst()
                        .orElseThrow()
                        .attr("href");
        assertThat(visitors.as("isabelle.roques").ask(toulouse).status()).isEqualTo(200);
        assertThat(visitors.as("denis.aubrac").ask(toulouse).status()).isEqualTo(404);
        for (var other :
                new String[] {
                    "patrick.mazel", "odile.fabre", "marc.olivet", "mireille.castan", "amina.benali"
                })
            assertThat(visitors.as(other).ask("/deliveries").status()).as(other).isEqualTo(404);
    }

    @Test
    void what_arrived_is_tried_first_and_then_imported() throws IOException {
        arrives("lundi", "");
        var isabelle = visitors.as("isabelle.roques");
        assertThat(ask(isabelle, "lundi", "true").words()).contains("rien ne sera écrit");
        fulfil.run();
        assertThat(isabelle.open("/deliveries").words())
                .contains("Essai à blanc")
                .doesNotContain("vont commencer");
        ask(isabelle, "lundi", "false");
        fulfil.run();
        var latest =
                isabelle.open(
                        isabelle.open("/deliveries")
                                .page()
                                .select("#readings a")
                                .first()
                                .attr("href"));
        assertThat(latest.words())
                .contains("Importée", "livraison complète du 09/09/2024", "Rien n'a changé");
    }

    @Test
    void a_delivery_that_empties_the_schools_waits_for_a_person() throws IOException {
        arrives("vide", "Eleve");
        var isabelle = visitors.as("isabelle.roques");
        ask(isabelle, "vide", "false");
        fulfil.run();
        assertThat(departed()).isZero();
        var stopped =
                isabelle.open(
                        isabelle.open("/deliveries")
                                .page()
                                .select("#readings a")
                                .first()
                                .attr("href"));
        assertThat(stopped.words()).contains("À décider", "Rien n’a été écrit");
        isabelle.form(stopped, stopped.path() + "/acceptance").send();
        fulfil.run();
        assertThat(departed()).isPositive();
    }

    @Test
    void the_folder_is_watched_and_read_once_it_no_longer_grows() throws IOException {
        arrives("mardi", "");
        watch.run();
        arrives("mercredi", "");
        watch.run();
        assertThat(visitors.as("isabelle.roques").open("/deliveries").words())
                .doesNotContain("va commencer");
        watch.run();
        assertThat(visitors.as("isabelle.roques").open("/deliveries").words())
                .contains("1 lecture est demandée");
        fulfil.run();
        watch.run();
        assertThat(visitors.as("isabelle.roques").open("/deliveries").words())
                .contains("09/09/2024")
                .doesNotContain("va commencer");
    }

    @Test
    void nothing_outside_of_the_folder_is_ever_read() {
        var isabelle = visitors.as("isabelle.roques");
        for (var outside : new String[] {"..", "../classes", "/etc", "lundi/../.."})
            assertThat(isabelle.post("/deliveries", java.util.Map.of("source", outside)).status())
                    .as(outside)
                    .isEqualTo(404);
    }

    @Test
    void a_reading_that_was_killed_says_so() {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        insert into feed_run (academy, started_at, seen_at, state, delivery_date)
                                        values ('11', '2024-09-10 05:00+00', '2024-09-10 05:01+00', 'RUNNING', '20240910')
                                        """)
                                .update());
        var isabelle = visitors.as("isabelle.roques");
        assertThat(isabelle.open("/deliveries").words()).contains("Interrompue");
        assertThat(
                        isabelle.open(
                                        isabelle.open("/deliveries")
                                                .page()
                                                .select("#readings a")
                                                .first()
                                                .attr("href"))
                                .words())
                .contains("rien n’a été écrit. Relancez-la");
    }
}
