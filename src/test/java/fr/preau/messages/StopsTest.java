package fr.preau.messages;

import static fr.preau.messages.Post.reply;
import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.writing;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
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
    @Autowired HikariDataSource pool;
    @Autowired FanOut fanOut;
    @Autowired Underway underway;

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
        assertThat(page.words()).contains("Compte volé", "Marc Olivet", "Envoi arrêté");
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

    private long person(String login) {
        return number(
                "select ap.person_id from account a join account_person ap on ap.account_id = a.id join role r on r.person_id = ap.person_id where a.login = '%s' limit 1"
                        .formatted(login));
    }

    private long latest() {
        return number("select max(id) from message_stop");
    }

    private int lift(String login, long stop) {
        return visitors.as(login).post("/messages/stops/" + stop + "/lifting", Map.of()).status();
    }

    @Test
    void what_is_stopped_above_is_lifted_there_or_higher_and_nowhere_below() {
        stop("marc.olivet", node("SCHOOL"));
        assertThat(lift("marc.olivet", latest())).as("their own").isEqualTo(303);

        stop("patrick.mazel", node("SCHOOL"));
        assertThat(visitors.as("marc.olivet").open("/messages/stops").words())
                .contains("St Exupéry", "Décidé au-dessus de vous");
        assertThat(lift("marc.olivet", latest())).isEqualTo(404);
        isHeld("helene.costa", "Familles de CP A");
        assertThat(lift("isabelle.roques", latest())).isEqualTo(303);
        isFree("helene.costa", "Familles de CP A");

        stop("isabelle.roques", node("SCHOOL"));
        for (var login : new String[] {"marc.olivet", "patrick.mazel", "nadia.ferrand"})
            assertThat(lift(login, latest())).as(login).isEqualTo(404);
        assertThat(lift("isabelle.roques", latest())).isEqualTo(303);
        assertThat(lift("isabelle.roques", latest())).as("once").isEqualTo(404);
    }

    @Test
    void nobody_lifts_what_is_about_themselves() {
        var marc = person("marc.olivet");
        assertThat(stop("marc.olivet", "p" + marc).status()).isEqualTo(422);
        stop("patrick.mazel", "p" + marc);
        isHeld("marc.olivet", "Toutes les familles de l’école");
        var page = visitors.as("marc.olivet").open("/messages/stops");
        assertThat(page.page().select("form[action$=/lifting]")).isEmpty();
        assertThat(lift("marc.olivet", latest())).isEqualTo(404);
        // Made where he directs, by somebody who does so with him.
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "update message_stop set maker_node_id = node_id where target_id = :marc")
                                .param("marc", marc)
                                .update());
        assertThat(lift("marc.olivet", latest())).isEqualTo(404);
        assertThat(lift("patrick.mazel", latest())).isEqualTo(303);
        isFree("marc.olivet", "Toutes les familles de l’école");
    }

    @Test
    void a_person_of_two_schools_is_stopped_at_the_one_whose_director_does_so() {
        var julien = person("julien.pradal");
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        insert into affiliation (school_id, person_id, profile)
                                        select r.structure_id, :julien, 'TEACHER' from role r where r.person_id = :nadia and r.kind = 'DIRECTOR'
                                        on conflict do nothing
                                        """)
                                .param("julien", julien)
                                .param("nadia", person("nadia.ferrand"))
                                .update());
        for (var director : new String[] {"marc.olivet", "nadia.ferrand"}) {
            assertThat(stop(director, "p" + julien).status()).as(director).isEqualTo(303);
            isHeld("julien.pradal", "Familles de CE1-CE2");
            assertThat(visitors.as(director).open("/messages/stops").words())
                    .as(director)
                    .contains("Julien Pradal");
            assertThat(lift(director, latest())).as(director).isEqualTo(303);
            isFree("julien.pradal", "Familles de CE1-CE2");
        }
    }

    @Test
    void whoever_oversees_many_schools_finds_one_by_its_name() {
        var isabelle = visitors.as("isabelle.roques");
        var page = isabelle.open("/messages/stops");
        var school = node("SCHOOL");
        assertThat(page.page().select("option[value=" + school + "]")).isEmpty();
        var found =
                isabelle.form(page, "/messages/stops")
                        .fill("q", "exupéry")
                        .add("look", "true")
                        .send();
        assertThat(found.page().select("option[value=" + school + "]")).hasSize(1);
        var refused =
                isabelle.form(found, "/messages/stops").fill("target", school).without("q").send();
        assertThat(refused.status()).as("without a reason").isEqualTo(422);
        assertThat(refused.page().select("option[value=" + school + "][selected]")).hasSize(1);
        isabelle.form(refused, "/messages/stops").fill("reason", "Compte volé").send();
        isHeld("helene.costa", "Familles de CP A");
        var claude = visitors.as("claude.toulousain").open("/messages/stops");
        assertThat(claude.page().select("option[value=" + school + "]")).isEmpty();
    }

    @Test
    void somebody_of_no_school_is_found_by_name_and_stopped_from_above() {
        var patrick = "p" + person("patrick.mazel");
        var isabelle = visitors.as("isabelle.roques");
        var found =
                isabelle.post(
                        "/messages/stops", Map.of("q", "mazel", "look", "true", "target", ""));
        assertThat(found.page().select("option[value=" + patrick + "]").text())
                .contains("Patrick Mazel", "Béziers-Nord");
        assertThat(stop("isabelle.roques", patrick).status()).isEqualTo(303);
        assertThat(visitors.as("patrick.mazel").open("/messages/new").words())
                .contains("L’envoi de messages est arrêté");
        isFree("helene.costa", "Familles de CP A");
        assertThat(lift("patrick.mazel", latest())).isEqualTo(404);
        assertThat(lift("isabelle.roques", latest())).isEqualTo(303);
        assertThat(visitors.as("patrick.mazel").open("/messages/new").words())
                .doesNotContain("L’envoi de messages est arrêté");

        var above = "p" + person("isabelle.roques");
        var none =
                visitors.as("patrick.mazel")
                        .post(
                                "/messages/stops",
                                Map.of("q", "roques", "look", "true", "target", above));
        assertThat(none.page().select("option[value=" + above + "]")).isEmpty();
        assertThat(stop("patrick.mazel", above).status()).isEqualTo(422);
        assertThat(stop("marc.olivet", patrick).status()).isEqualTo(422);
    }

    @Test
    void an_adviser_who_is_also_of_a_school_elsewhere_is_stopped_where_they_advise() {
        var samira = person("samira.haddad");
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        insert into affiliation (school_id, person_id, profile)
                                        select a.school_id, :samira, 'GUARDIAN' from affiliation a where a.person_id = :claude limit 1
                                        """)
                                .param("samira", samira)
                                .param("claude", person("claude.toulousain"))
                                .update());
        assertThat(stop("patrick.mazel", "p" + samira).status()).isEqualTo(303);
        assertThat(visitors.as("patrick.mazel").open("/messages/stops").words())
                .contains("Samira Haddad");
        assertThat(lift("patrick.mazel", latest())).isEqualTo(303);
    }

    @Test
    void whoever_acts_there_no_more_is_stopped_by_nobody_of_that_place() {
        var samira = "p" + person("samira.haddad");
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql("update role set ends_on = '2024-08-31' where person_id = :samira")
                                .param("samira", person("samira.haddad"))
                                .update());
        assertThat(stop("patrick.mazel", samira).status()).isEqualTo(422);
    }

    @Test
    void the_oldest_of_many_stops_is_found_and_lifted() {
        stop("marc.olivet", node("SCHOOL"));
        var oldest = latest();
        for (var more = 0; more < Stops.PAGE; more++)
            walls.as(
                    Wall.JOB,
                    () ->
                            db.sql(
                                            """
                                            insert into message_stop (kind, target_id, node_id, maker_node_id, reason, drill, made_by, made_at)
                                            select kind, target_id, node_id, maker_node_id, reason, drill, made_by, made_at from message_stop where id = :oldest
                                            """)
                                    .param("oldest", oldest)
                                    .update());
        var marc = visitors.as("marc.olivet");
        var action = "form[action=/messages/stops/" + oldest + "/lifting]";
        var first = marc.open("/messages/stops");
        assertThat(first.page().select(action)).isEmpty();
        var next = marc.open(first.page().select(".pagination a").attr("href"));
        assertThat(next.page().select(action)).hasSize(1);
        assertThat(lift("marc.olivet", oldest)).isEqualTo(303);
    }

    private void at(String moment) {
        clock.setTo(LocalDateTime.parse(moment).atZone(School.PARIS).toInstant());
    }

    @Test
    void what_is_planned_waits_for_the_end_of_the_stop() {
        var helene = visitors.as("helene.costa");
        var planned =
                writing(helene, "Familles de CP A", "Demain").fill("at", "2024-09-10T08:08").send();
        var before = number("select count(*) from notification where kind = 'MESSAGE'");
        assertThat(before).isPositive();
        stop("marc.olivet", node("SCHOOL"));
        at("2024-09-10T08:10");
        var amina = visitors.as("amina.benali");
        assertThat(amina.ask(planned.path()).status()).isEqualTo(404);
        assertThat(amina.open("/messages").words()).doesNotContain("Demain");
        assertThat(amina.open("/notifications").words()).doesNotContain("Demain");
        assertThat(helene.open(planned.path()).words())
                .contains("Il partira quand l’envoi reprendra", "Ne pas envoyer");

        var other = stopped("isabelle.roques", node("REGION"));
        assertThat(lift("marc.olivet", latest() - 1)).isEqualTo(303);
        assertThat(amina.ask(planned.path()).status()).as("held above still").isEqualTo(404);
        assertThat(lift("isabelle.roques", other)).isEqualTo(303);
        assertThat(amina.open("/notifications").words()).contains("Demain");
        assertThat(amina.open(planned.path()).words()).contains("Voici un message");
        assertThat(number("select count(*) from notification where kind = 'MESSAGE'"))
                .isEqualTo(before);
    }

    /** As another node commits it, just after the stop has looked. */
    @Test
    void what_was_being_written_at_the_moment_of_a_stop_is_found_a_little_later() {
        var planned =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Demain")
                        .fill("at", "2024-09-10T08:08")
                        .send();
        var stop = stopped("marc.olivet", node("SCHOOL"));
        walls.as(
                Wall.JOB,
                () -> {
                    db.sql("update message set state = 'SENT'").update();
                    db.sql("update message_box set deliver_at = m.deliver_at from message m")
                            .update();
                });
        underway.run();
        at("2024-09-10T08:10");
        var amina = visitors.as("amina.benali");
        assertThat(amina.ask(planned.path()).status()).isEqualTo(404);
        assertThat(lift("marc.olivet", stop)).isEqualTo(303);
        assertThat(amina.open(planned.path()).words()).contains("Voici un message");
        underway.run();
        assertThat(amina.open(planned.path()).words()).contains("Voici un message");
    }

    private long stopped(String login, String target) {
        assertThat(stop(login, target).status()).isEqualTo(303);
        return latest();
    }

    @Test
    void a_stop_lifted_in_the_evening_lets_messages_go_in_the_morning() {
        writing(visitors.as("helene.costa"), "Familles de CP A", "Demain")
                .fill("at", "2024-09-10T09:00")
                .send();
        stop("marc.olivet", node("SCHOOL"));
        at("2024-09-10T21:30");
        var marc = visitors.as("marc.olivet", fr.preau.web.Profile.TEACHER);
        marc.post("/messages/stops/" + latest() + "/lifting", Map.of());
        var amina = visitors.as("amina.benali", fr.preau.web.Profile.GUARDIAN);
        assertThat(amina.open("/messages").words()).doesNotContain("Demain");
        at("2024-09-11T07:01");
        assertThat(
                        number(
                                "select count(*) from message_box where deliver_at = '2024-09-11T07:00+02'"))
                .isPositive();
    }

    @Test
    void what_is_planned_is_taken_back_while_it_is_stopped_and_leaves_no_more() {
        var helene = visitors.as("helene.costa");
        var planned =
                writing(helene, "Familles de CP A", "Demain").fill("at", "2024-09-10T09:00").send();
        stop("marc.olivet", node("SCHOOL"));
        helene.form(helene.open(planned.path()), planned.path() + "/recall").send();
        assertThat(lift("marc.olivet", latest())).isEqualTo(303);
        at("2024-09-10T09:30");
        assertThat(visitors.as("amina.benali").ask(planned.path()).status()).isEqualTo(404);
    }

    @Test
    void a_drill_leaves_what_is_planned_alone() {
        var planned =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Demain")
                        .fill("at", "2024-09-10T09:00")
                        .send();
        visitors.as("marc.olivet")
                .post(
                        "/messages/stops",
                        Map.of("target", node("SCHOOL"), "reason", "Exercice", "drill", "true"));
        at("2024-09-10T09:30");
        assertThat(visitors.as("amina.benali").open(planned.path()).words())
                .contains("Voici un message");
    }

    @Test
    void a_message_to_thousands_waits_for_the_end_of_the_stop_and_ends_once() throws Exception {
        patrickWritesToAll();
        var boxes = number("select count(*) from message_box");
        var accepted = asAccepted();
        stop("isabelle.roques", node("REGION"));
        fanOut.on(accepted);
        assertThat(number("select count(*) from message_box")).isZero();
        assertThat(lift("isabelle.roques", latest())).isEqualTo(303);
        assertThat(number("select count(*) from message_box")).isEqualTo(boxes);
        assertThat(number("select count(*) from message where state = 'SENT'")).isEqualTo(1);
    }

    @Test
    void a_message_to_thousands_that_is_taken_back_is_written_to_nobody() throws Exception {
        var sent = patrickWritesToAll();
        var told = number("select count(*) from notification");
        var accepted = asAccepted();
        var patrick = visitors.as("patrick.mazel");
        patrick.form(patrick.open(sent.path()), sent.path() + "/recall").send();
        fanOut.on(accepted);
        assertThat(number("select count(*) from message_box")).isZero();
        assertThat(number("select count(*) from notification")).isLessThanOrEqualTo(told);
        assertThat(patrick.open(sent.path()).words())
                .contains("Retiré")
                .doesNotContain("Envoi en cours");
    }

    private Visitor.Answer patrickWritesToAll() {
        var patrick = visitors.as("patrick.mazel");
        var page = patrick.open("/messages/new");
        var sent =
                patrick.form(page, "/messages")
                        .without("to")
                        .without("look")
                        .add("to", directions(page))
                        .fill("subject", "À toutes les directions")
                        .fill("text", "Bonjour.")
                        .send();
        assertThat(number("select count(*) from message_box")).as("it has left").isPositive();
        return sent;
    }

    private static String directions(Visitor.Answer page) {
        return page.page().select("input[name=to]").eachAttr("value").stream()
                .filter(value -> value.startsWith("n") && value.endsWith(".DIRECTOR"))
                .findFirst()
                .orElseThrow();
    }

    /** As the last message was before its rows were written. */
    private MessageAccepted asAccepted() throws Exception {
        var token = directions(visitors.as("patrick.mazel").open("/messages/new"));
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute("delete from message_box");
            statement.execute("update message set state = 'SENDING'");
            statement.execute(
                    """
                    insert into message_sending (school_id, message_id, account_id, persons, nodes, profile, tokens)
                    select m.school_id, m.id, ap.account_id, array[m.author_id], array(select structure_id from role where person_id = m.author_id), 'SUPERVISION', array['%s']
                      from message m join account_person ap on ap.person_id = m.author_id
                    """
                            .formatted(token));
        }
        return new MessageAccepted(
                number("select school_id from message"),
                number("select id from message"),
                0L,
                person("patrick.mazel"));
    }
}
