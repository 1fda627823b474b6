package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import fr.preau.web.Profile;
import fr.preau.web.Site;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever wrote to families hears that they answer: together, not one by one. */
@School
class RepliesTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired Letters letters;
    @Autowired Mail demo;
    @Autowired Site site;

    @BeforeEach
    void begin() {
        walls.as(Wall.JOB, () -> db.sql("delete from notification").update());
    }

    private Visitor.Form writing(String title) {
        var marc = visitors.as("marc.olivet");
        var page = marc.open("/liaison/new");
        var all =
                page.page().select("label.choice").stream()
                        .filter(choice ->
                                choice.select(".choice__title")
                                        .text()
                                        .equals("Toutes les familles de l’école"))
                        .findFirst()
                        .orElseThrow()
                        .select("input")
                        .attr("value");
        return marc.form(page, "/liaison")
                .add("to", all)
                .fill("title", title)
                .fill("text", "Bonjour.")
                .fill("replies", "open");
    }

    private void reply(Visitor family, String note) {
        family.form(family.open(note), note + "/reply").fill("text", "Entendu.").send();
        walls.as(
                Wall.JOB,
                () -> db.sql("delete from notification where kind = 'NEW_DEVICE'").update());
    }

    private Visitor amina() {
        return visitors.as("amina.benali");
    }

    private Visitor thomas() {
        return visitors.as("thomas.leroy");
    }

    private Visitor toms() {
        return visitors.as("helene.costa", Profile.GUARDIAN);
    }

    private static String bell(Visitor visitor) {
        return visitor.open("/").page().select("[data-bell]").attr("data-bell");
    }

    @Test
    void families_that_answer_before_one_looks_are_one_line() {
        var note = writing("Sortie piscine").send().path();
        reply(amina(), note);
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open("/notifications").words())
                .contains("Une famille a répondu à « Sortie piscine »", "Yanis");
        reply(thomas(), note);
        reply(toms(), note);
        var list = marc.open("/notifications");
        assertThat(list.words()).contains("3 familles ont répondu à « Sortie piscine »");
        assertThat(list.page().select(".list-row")).hasSize(1);
        assertThat(list.words()).as("no child among three").doesNotContain("Yanis");
        assertThat(bell(marc)).as("one, not three").isEqualTo("1");
    }

    @Test
    void what_comes_after_is_another_line_and_each_note_has_its_own() {
        var note = writing("Sortie piscine").send().path();
        reply(amina(), note);
        reply(thomas(), note);
        var marc = visitors.as("marc.olivet");
        var path = oneOf(marc);
        assertThat(marc.open(path).path()).isEqualTo(note);
        assertThat(bell(marc)).as("read together").isEqualTo("0");
        reply(toms(), note);
        var other = writing("Photographie").send().path();
        reply(toms(), other);
        assertThat(bell(marc)).isEqualTo("2");
        assertThat(marc.open("/notifications").words())
                .contains("2 familles ont répondu à « Sortie piscine »")
                .contains("Une famille a répondu à « Sortie piscine »")
                .contains("Une famille a répondu à « Photographie »");
    }

    /** As a letter or a device leads there. */
    private String oneOf(Visitor marc) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select '/notifications/' || school_id || '/' || max(id) from notification where kind = 'REPLY' group by school_id")
                                .query(String.class)
                                .single());
    }

    @Test
    void the_author_of_a_request_hears_that_it_was_signed_and_by_nobody_else() {
        var note =
                writing("Sortie piscine")
                        .fill("asks", "YES_NO")
                        .fill("deadline", "2024-09-12")
                        .send()
                        .path();
        for (var family : new Visitor[] {amina(), thomas()}) {
            var place = family.open(note).page().select("a[href*=/decision/]").attr("href");
            family.form(family.open(place), place).fill("choice", "1").send();
        }
        assertThat(visitors.as("marc.olivet").open("/notifications").words())
                .contains("2 familles ont répondu à « Sortie piscine »");
        assertThat(visitors.as("julien.pradal").open("/notifications").words())
                .doesNotContain("répondu");
    }

    @Test
    void a_letter_at_once_tells_the_first_and_then_waits_for_its_reader() {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "insert into mail_address (account_id, email, confirmed_at) select id, 'marc@example.fr', '2024-09-01' from account where login = 'marc.olivet'")
                                .update());
        var marc = visitors.as("marc.olivet");
        var preferences = "/notifications/preferences";
        marc.form(marc.open(preferences), preferences).fill("FOLLOWUP", "IMMEDIATE").send();
        var work = new SendLetters(letters, demo, site, walls);
        var note = writing("Sortie piscine").send().path();
        reply(amina(), note);
        work.run();
        assertThat(demo.kept().getFirst().text().replace('\u00a0', ' '))
                .contains("une famille a répondu : Sortie piscine");
        reply(thomas(), note);
        reply(toms(), note);
        work.run();
        assertThat(letters()).isEqualTo(1);
        marc.post("/notifications/reading", Map.of());
        var another = writing("Photographie").send().path();
        reply(amina(), another);
        work.run();
        assertThat(letters()).as("another note").isEqualTo(2);
    }

    private long letters() {
        return walls.as(
                Wall.JOB, () -> db.sql("select count(*) from letter").query(Long.class).single());
    }
}
