package fr.preau.messages;

import static fr.preau.messages.Post.reply;
import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class StopsTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private long number(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    private String node(String kind) {
        return "s"
                + number(
                        switch (kind) {
                            case "SCHOOL" -> "select id from structure where uai = '0341315V'";
                            case "TOWN" -> "select town_id from structure where uai = '0341315V'";
                            default ->
                                    """
                                    with recursive above (id, kind, parent_id) as (
                                        select id, kind, parent_id from structure where uai = '0341315V'
                                        union select s.id, s.kind, s.parent_id from above a join structure s on s.id = a.parent_id)
                                    select id from above where kind = '%s'
                                    """
                                            .formatted(kind);
                        });
    }

    private Visitor.Answer stop(String login, String target) {
        return visitors.as(login)
                .post("/messages/stops", Map.of("target", target, "reason", "Compte volé"));
    }

    private void isHeld(String login, String to) {
        var held = writing(visitors.as(login), to, "Pendant l’arrêt").send();
        assertThat(held.status()).as(login).isEqualTo(422);
        assertThat(held.words()).contains("L’envoi de messages est arrêté");
        assertThat(held.page().select("textarea").text()).contains("Voici");
    }

    private void isFree(String login, String to) {
        assertThat(send(visitors.as(login), to, "Libre").status()).as(login).isEqualTo(200);
    }

    @Test
    void the_director_stops_the_school_and_reading_goes_on() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Avant");
        assertThat(stop("marc.olivet", node("SCHOOL")).status()).isEqualTo(303);
        isHeld("helene.costa", "Familles de CP A");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open(sent.path()).words()).contains("Voici un message");
        var answer = reply(amina, sent, "Une réponse");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("textarea").text()).contains("Une réponse");
        isFree("nadia.ferrand", "Familles de Lucioles");

        var marc = visitors.as("marc.olivet");
        var page = marc.open("/messages/stops");
        assertThat(page.words()).contains("Compte volé", "Marc Olivet", "En cours");
        marc.form(page, page.page().select("form[action$=/lifting]").attr("action")).send();
        isFree("helene.costa", "Familles de CP A");
        assertThat(
                        number(
                                "select count(*) from audit where action in ('SendingStopped', 'SendingResumed')"))
                .isEqualTo(2);
    }

    @Test
    void a_stop_reaches_all_that_is_below_its_node_and_nothing_beside() {
        for (var kind : new String[] {"DISTRICT", "DEPARTMENT", "ACADEMY", "REGION"}) {
            var who = kind.equals("DISTRICT") ? "patrick.mazel" : "isabelle.roques";
            assertThat(stop(who, node(kind)).status()).as(kind).isEqualTo(303);
            isHeld("helene.costa", "Familles de CP A");
            isHeld("nadia.ferrand", "Familles de Lucioles");
            if (!kind.equals("REGION"))
                assertThat(visitors.as("claude.toulousain").open("/messages/new").words())
                        .doesNotContain("arrêté");
            var page = visitors.as(who).open("/messages/stops");
            visitors.as(who)
                    .form(page, page.page().select("form[action$=/lifting]").attr("action"))
                    .send();
            isFree("helene.costa", "Familles de CP A");
        }
    }

    @Test
    void one_person_or_one_class_is_stopped_alone() {
        var helene =
                number(
                        "select ap.person_id from account a join account_person ap on ap.account_id = a.id join role r on r.person_id = ap.person_id where a.login = 'helene.costa' limit 1");
        stop("marc.olivet", "p" + helene);
        isHeld("helene.costa", "Familles de CP A");
        isFree("julien.pradal", "Familles de CE1-CE2");
        stop("marc.olivet", "c" + number("select id from school_class where label = 'CE1-CE2'"));
        isHeld("julien.pradal", "Familles de CE1-CE2");
        var tom = visitors.as("tom.costa");
        assertThat(tom.open("/messages/new").words()).contains("On ne peut pas envoyer de message");
    }

    @Test
    void the_commune_is_stopped_by_whoever_oversees_all_of_its_schools() {
        assertThat(stop("marc.olivet", node("TOWN")).status()).isEqualTo(422);
        assertThat(stop("patrick.mazel", node("TOWN")).status()).isEqualTo(303);
        isHeld("helene.costa", "Familles de CP A");
        isHeld("nadia.ferrand", "Familles de Lucioles");
        assertThat(visitors.as("mireille.castan").open("/messages/new").words())
                .contains("L’envoi de messages est arrêté");
        assertThat(visitors.as("claude.toulousain").open("/messages/new").words())
                .doesNotContain("arrêté");
    }

    @Test
    void urgent_notes_still_leave_and_are_read() {
        clock.setTo(LocalDateTime.of(2024, 9, 10, 21, 0).atZone(School.PARIS).toInstant());
        stop("isabelle.roques", node("REGION"));
        isHeld("marc.olivet", "Toutes les familles de l’école");
        var marc = visitors.as("marc.olivet");
        var page = marc.open("/liaison/new");
        var note =
                marc.form(page, "/liaison")
                        .add("to", Post.valueOf(page, "Familles de CP A"))
                        .fill("title", "École fermée demain")
                        .fill("text", "Fuite de gaz.")
                        .fill("urgent", "true")
                        .fill("reason", "Fuite de gaz dans la cour")
                        .send();
        assertThat(note.words()).contains("Mot envoyé").doesNotContain("seront prévenues");
        assertThat(number("select count(*) from quiet_override")).isEqualTo(1);
        assertThat(
                        number(
                                "select count(*) from notification where kind = 'NOTE' and deliver_at <= at"))
                .isPositive();
        assertThat(visitors.as("amina.benali").open(note.path()).words()).contains("Fuite de gaz.");
    }

    /** Read from its row at every sending: no node and no restart forgets it. */
    @Test
    void a_stop_is_a_row_with_its_reason_and_its_author_and_holds_as_soon_as_it_is_there() {
        var marc =
                number(
                        "select ap.person_id from account a join account_person ap on ap.account_id = a.id where a.login = 'marc.olivet'");
        isFree("helene.costa", "Familles de CP A");
        // As another node of the same database writes it.
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "insert into message_stop (kind, target_id, node_id, maker_node_id, reason, drill, made_by, made_at) select 'NODE', id, id, id, 'Alerte', false, :marc, now() from structure where uai = '0341315V'")
                                .param("marc", marc)
                                .update());
        isHeld("helene.costa", "Familles de CP A");
        assertThat(visitors.as("marc.olivet").open("/messages/stops").words())
                .contains("Alerte", "Marc Olivet");
        stop("isabelle.roques", node("ACADEMY"));
        assertThat(
                        number(
                                "select count(*) from audit a join account c on c.id = a.account_id where a.action = 'SendingStopped' and c.login = 'isabelle.roques'"))
                .isEqualTo(1);
    }

    @Test
    void a_drill_is_seen_and_stops_nobody() {
        visitors.as("marc.olivet")
                .post(
                        "/messages/stops",
                        Map.of("target", node("SCHOOL"), "reason", "Exercice", "drill", "true"));
        assertThat(visitors.as("helene.costa").open("/messages/new").words())
                .contains("Exercice en cours");
        isFree("helene.costa", "Familles de CP A");
        assertThat(visitors.as("marc.olivet").open("/messages/stops").words()).contains("Exercice");
    }

    @Test
    void nobody_stops_what_is_not_theirs() {
        for (var target : new String[] {node("DISTRICT"), node("REGION"), "p999999", "x", ""})
            assertThat(stop("marc.olivet", target).status()).as(target).isEqualTo(422);
        assertThat(stop("patrick.mazel", node("ACADEMY")).status()).isEqualTo(422);
        for (var login :
                new String[] {"helene.costa", "amina.benali", "tom.costa", "mireille.castan"})
            assertThat(stop(login, node("SCHOOL")).status()).as(login).isEqualTo(404);
        assertThat(stop("claude.toulousain", node("SCHOOL")).status()).isIn(404, 422);
        assertThat(number("select count(*) from message_stop")).isZero();
        var reason =
                visitors.as("marc.olivet")
                        .post("/messages/stops", Map.of("target", node("SCHOOL"), "reason", " "));
        assertThat(reason.status()).isEqualTo(422);
        assertThat(reason.words()).contains("Écrivez la raison");
    }
}
