package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A note written at night is there at once; families are told in the morning. */
@School
class HeldTest {
    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private void at(String local) {
        clock.setTo(LocalDateTime.parse(local).atZone(School.PARIS).toInstant());
    }

    /** Whoever comes back hours later signs in again. */
    private Visitor back(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    /** What the bell counts, its own new browser apart. */
    private int bell(String login) {
        var page = back(login).open("/notifications").page();
        var unread = page.select(".list-row--unread");
        assertThat(page.select(".topbar__bell .count").text())
                .isEqualTo(unread.isEmpty() ? "" : Integer.toString(unread.size()));
        return (int) unread.stream().filter(row -> !row.text().contains("nouvel appareil")).count();
    }

    private static String told(Visitor visitor) {
        return visitor.open("/notifications").words();
    }

    @Test
    void a_note_of_friday_night_reaches_the_bells_on_monday_morning() {
        at("2024-09-13T21:00");
        var before = bell("amina.benali");
        var helene = visitors.as("helene.costa");
        assertThat(helene.open("/liaison/new").words())
                .contains("les familles seront prévenues lundi 16 septembre à 7 h 00")
                .doesNotContain("C’est urgent");
        var sent = send(helene, "Familles de CP A", "Chaussures de sport");
        assertThat(sent.words())
                .contains("Mot envoyé")
                .contains("Les familles seront prévenues lundi 16 septembre à 7 h 00.");

        assertThat(visitors.as("amina.benali").open(sent.path()).status())
                .as("published at once")
                .isEqualTo(200);
        assertThat(bell("amina.benali")).isEqualTo(before);
        assertThat(told(visitors.as("amina.benali"))).doesNotContain("Chaussures de sport");
        at("2024-09-16T06:59");
        assertThat(bell("amina.benali")).isEqualTo(before);
        at("2024-09-16T07:00");
        assertThat(bell("amina.benali")).isEqualTo(before + 1);
        assertThat(told(back("amina.benali")))
                .contains("Chaussures de sport")
                .contains("Aujourd’hui", "7 h 00");
        assertThat(back("helene.costa").open(sent.path()).words())
                .doesNotContain("seront prévenues");
    }

    @Test
    void what_is_read_before_it_was_told_does_not_hide_what_comes() {
        at("2024-09-10T21:00");
        send(visitors.as("helene.costa"), "Familles de CP A", "Demain matin");
        var amina = visitors.as("amina.benali");
        var page = amina.open("/notifications");
        amina.form(page, "/notifications/reading").send();
        assertThat(bell("amina.benali")).isZero();
        at("2024-09-11T07:00");
        assertThat(bell("amina.benali")).isOne();
    }

    @Test
    void by_day_nothing_is_held() {
        var before = bell("amina.benali");
        var helene = visitors.as("helene.costa");
        assertThat(helene.open("/liaison/new").words()).doesNotContain("seront prévenues");
        assertThat(send(helene, "Familles de CP A", "Tout de suite").words())
                .doesNotContain("seront prévenues");
        assertThat(bell("amina.benali")).isEqualTo(before + 1);
    }

    @Test
    void a_director_lets_an_urgent_note_through_and_the_reason_is_kept_and_counted() {
        at("2024-09-13T21:00");
        var before = bell("thomas.leroy");
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open("/liaison/new").words()).contains("C’est urgent");
        var sent =
                writing(marc, "Familles de CM1-CM2", "École fermée lundi")
                        .fill("urgent", "true")
                        .fill("reason", "Fuite d’eau dans les salles")
                        .send();
        assertThat(sent.words()).contains("Mot envoyé").doesNotContain("seront prévenues");
        assertThat(bell("thomas.leroy")).isEqualTo(before + 1);
        assertThat(marc.open("/quiet").words())
                .contains("1 depuis la rentrée")
                .contains("Fuite d’eau dans les salles")
                .contains("par Marc Olivet")
                .contains("aurait attendu jusqu’à lundi 16 septembre à 7 h 00");
        assertThat(marc.open("/journal").words())
                .contains("Mot urgent : familles prévenues tout de suite");
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql(
                                                        "select count(*) from audit where subject like '%Fuite%' or fact like '%Fuite%'")
                                                .query(Integer.class)
                                                .single()))
                .isZero();
    }

    @Test
    void what_is_urgent_is_first_and_says_so_on_the_home_and_in_the_bell_of_families() {
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open("/liaison/new").page().select("details[open] input[name=urgent]"))
                .as("offered by day too, and out of the way")
                .isEmpty();
        writing(marc, "Familles de CM1-CM2", "École fermée lundi")
                .fill("urgent", "true")
                .fill("reason", "Fuite d’eau dans les salles")
                .send();
        clock.moveBy(java.time.Duration.ofMinutes(1));
        writing(marc, "Familles de CM1-CM2", "Photographie").fill("deadline", "2024-09-12").send();
        var thomas = visitors.as("thomas.leroy");
        var home = thomas.open("/").page().select(".todo__title");
        assertThat(home.first().text()).isEqualTo("Urgent École fermée lundi");
        assertThat(home.eachText().subList(1, home.size()))
                .contains("Photographie")
                .noneMatch(title -> title.contains("Urgent"));
        var bell = thomas.open("/notifications").page().select(".list-row__title");
        assertThat(bell.first().text()).startsWith("Urgent").contains("École fermée lundi");
        var list = thomas.open("/liaison").page().select(".list-row__title");
        assertThat(list.eachText())
                .contains("Urgent École fermée lundi Non lu")
                .filteredOn(title -> title.startsWith("Urgent"))
                .hasSize(1);
        var note = thomas.open(list.select("a:contains(École fermée)").attr("href"));
        assertThat(note.page().select(".note__head .badge").first().text()).isEqualTo("Urgent");
        assertThat(marc.open("/quiet").words()).contains("par Marc Olivet ; en journée");
    }

    @Test
    void urgent_without_a_reason_is_refused_and_nothing_is_lost() {
        at("2024-09-13T21:00");
        var refused =
                writing(visitors.as("marc.olivet"), "Familles de CM1-CM2", "Pressé")
                        .fill("urgent", "true")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Dites pourquoi cela ne peut pas attendre.");
        assertThat(refused.page().select("#title").val()).isEqualTo("Pressé");
        assertThat(refused.page().select("input[name=urgent]").hasAttr("checked")).isTrue();
    }

    @Test
    void a_teacher_who_says_urgent_is_refused_and_nobody_is_told() {
        at("2024-09-13T21:00");
        var refused =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Pressée")
                        .fill("urgent", "true")
                        .fill("reason", "Parce que")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("Seule la direction de l’école peut dire qu’un mot est urgent");
        for (var link : refused.page().select(".error-summary a"))
            assertThat(refused.page().select(link.attr("href"))).as(link.attr("href")).hasSize(1);
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql("select count(*) from note where title = 'Pressée'")
                                                .query(Integer.class)
                                                .single()))
                .isZero();
    }

    @Test
    void urgent_by_day_is_counted_too_since_letters_of_the_evening_do_not_wait() {
        var sent =
                writing(visitors.as("marc.olivet"), "Familles de CM1-CM2", "De jour")
                        .fill("urgent", "true")
                        .fill("reason", "La cantine ferme à midi")
                        .send();
        assertThat(sent.words()).contains("Mot envoyé");
        assertThat(visitors.as("marc.olivet").open("/quiet").words())
                .contains("1 depuis la rentrée", "La cantine ferme à midi", "en journée")
                .doesNotContain("aurait attendu");
    }
}
