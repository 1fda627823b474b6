package fr.preau.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class QuietTest {
    @Autowired Visitors visitors;
    @Autowired QuietHours quiet;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(School.PARIS).toInstant();
    }

    private long school(String uai) {
        return db.sql("select id from structure where uai = :uai")
                .param("uai", uai)
                .query(Long.class)
                .single();
    }

    private String opens(String uai, String local) {
        return walls.as(Wall.JOB, () -> quiet.opensAt(school(uai), at(local)))
                .atZone(School.PARIS)
                .toLocalDateTime()
                .toString();
    }

    private static Visitor.Answer choose(
            Visitor director, String from, String until, String weekend) {
        return director.form(director.open("/quiet"), "/quiet")
                .fill("eveningFrom", from)
                .fill("eveningUntil", until)
                .fill("weekendFrom", weekend)
                .send();
    }

    @Test
    void every_school_begins_with_the_hours_of_the_region() {
        assertThat(opens("0341315V", "2024-09-13T20:00")).isEqualTo("2024-09-16T07:00");
        assertThat(visitors.as("marc.olivet").open("/quiet").words())
                .contains("Heures de la région")
                .contains("Chaque soir, de 20 h à 7 h le lendemain.")
                .contains("du vendredi à 20 h au lundi à 7 h")
                .contains("Aucun depuis la rentrée");
        assertThat(visitors.as("marc.olivet").open("/tools").page().select("a[href=/quiet]"))
                .isNotEmpty();
    }

    @Test
    void a_director_adapts_them_for_one_school_and_takes_it_back() {
        var marc = visitors.as("marc.olivet");
        var kept = choose(marc, "18:30", "08:00", "6");
        assertThat(kept.words())
                .contains("Les heures de calme sont enregistrées.")
                .contains("Chaque soir, de 18 h 30 à 8 h le lendemain.")
                .contains("du samedi à 18 h 30 au lundi à 8 h")
                .contains("Choisies par Marc Olivet");
        assertThat(opens("0341315V", "2024-09-10T19:00")).isEqualTo("2024-09-11T08:00");
        assertThat(opens("0340289E", "2024-09-10T19:00"))
                .as("the other school")
                .isEqualTo("2024-09-10T19:00");

        var back = marc.form(kept, "/quiet/undo").send();
        assertThat(back.words()).contains("Le choix précédent vaut à nouveau.");
        assertThat(opens("0341315V", "2024-09-10T19:00")).isEqualTo("2024-09-10T19:00");
        assertThat(marc.form(kept, "/quiet/undo").fill("_once", "again").send().status())
                .as("an old page takes nothing else back")
                .isEqualTo(404);
        assertThat(marc.open("/journal").words())
                .contains("Heures de calme choisies", "Choix des heures de calme annulé");
    }

    @Test
    void a_school_goes_back_to_the_hours_of_the_region() {
        var marc = visitors.as("marc.olivet");
        var usual = marc.form(choose(marc, "18:30", "08:00", ""), "/quiet/usual").send();
        assertThat(usual.words()).contains("Heures de la région, reprises par Marc Olivet");
        assertThat(opens("0341315V", "2024-09-13T20:00")).isEqualTo("2024-09-16T07:00");
    }

    @Test
    void holidays_are_those_of_the_calendar_of_the_school() {
        var marc = visitors.as("marc.olivet");
        marc.form(marc.open("/quiet"), "/quiet").fill("holidays", "true").send();
        assertThat(opens("0341315V", "2024-10-22T10:00")).isEqualTo("2024-11-04T07:00");
        assertThat(opens("0340289E", "2024-10-22T10:00")).isEqualTo("2024-10-22T10:00");
        assertThat(opens("0341315V", "2024-11-11T10:00"))
                .as("Armistice")
                .isEqualTo("2024-11-12T07:00");
        var both =
                walls.as(
                        Wall.JOB,
                        () ->
                                quiet.opensAt(
                                        List.of(school("0341315V"), school("0340289E")),
                                        at("2024-10-22T10:00")));
        assertThat(both).hasSize(2);
    }

    @Test
    void hours_that_would_be_none_are_refused_and_kept_on_the_screen() {
        var refused = choose(visitors.as("marc.olivet"), "23:59", "00:00", "9");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("Le calme commence entre 17 h et 22 h.")
                .contains("Le calme se termine entre 6 h et 9 h.")
                .contains("Choisissez quand commence la fin de semaine.");
        assertThat(refused.page().select("#evening-from").val()).isEqualTo("23:59");
        for (var link : refused.page().select(".error-summary a"))
            assertThat(refused.page().select(link.attr("href"))).as(link.attr("href")).hasSize(1);
        assertThat(opens("0341315V", "2024-09-10T21:00")).isEqualTo("2024-09-11T07:00");
    }

    @Test
    void only_the_direction_decides_and_only_for_its_school() {
        for (var login : List.of("helene.costa", "amina.benali", "jade.leroy", "mireille.castan")) {
            assertThat(visitors.as(login).ask("/quiet").status()).as(login).isEqualTo(404);
            assertThat(visitors.as(login).post("/quiet/usual", Map.of()).status())
                    .as(login)
                    .isEqualTo(404);
        }
        var elsewhere = Map.of("school", Long.toString(school("0340289E")));
        assertThat(visitors.as("marc.olivet").post("/quiet/usual", elsewhere).status())
                .isEqualTo(404);
    }
}
