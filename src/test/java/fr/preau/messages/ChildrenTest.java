package fr.preau.messages;

import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.sendTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class ChildrenTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;
    @Autowired ChildReviews reviews;

    private String classmate() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select p.first_name || ' ' || p.last_name from class_enrolment e
                                          join school_class c on c.school_id = e.school_id and c.id = e.class_id and c.label = 'CE1-CE2'
                                          join person p on p.id = e.pupil_id and p.first_name <> 'Tom' order by p.id limit 1
                                        """)
                                .query(String.class)
                                .single());
    }

    private void julienReadsFirst() {
        var julien = visitors.as("julien.pradal");
        var page = julien.open("/messages/children");
        var action = page.page().select("form[action^=/messages/children/]").attr("action");
        assertThat(julien.form(page, action).add("review", "true").send().words())
                .contains("Réglages gardés");
    }

    @Test
    void a_child_writes_to_the_class_and_the_teacher_and_to_nobody_else() {
        var tom = visitors.as("tom.costa");
        assertThat(tom.open("/messages/recipients?q=Pradal").words()).contains("Julien Pradal");
        assertThat(tom.open("/messages/recipients?q=Jade").words()).contains("Personne de ce nom");
        assertThat(tom.open("/messages/recipients?q=Benali").words())
                .contains("Personne de ce nom");
        var sent = sendTo(tom, classmate(), "Salut");
        assertThat(sent.words()).contains("C’est envoyé");
        assertThat(sent.words()).doesNotContain("Retirer ce message");
    }

    @Test
    void what_children_write_to_one_another_is_read_first_when_the_teacher_says_so() {
        julienReadsFirst();
        var tom = visitors.as("tom.costa");
        var held = sendTo(tom, classmate(), "Un secret");
        assertThat(held.words()).contains("le lit d’abord");
        assertThat(delivered()).isZero();
        var julien = visitors.as("julien.pradal");
        var review = julien.open("/messages/children");
        assertThat(review.words()).contains("Un secret", "Tom Costa");
        assertThat(julien.open("/").words())
                .containsSubsequence("À faire maintenant", "1 message d’élève à lire d’abord");
        assertThat(julien.open("/messages").words()).contains("1 message d’élève à lire d’abord");
        julien.form(review, held.path().replace("/messages/", "/messages/children/") + "/review")
                .add("verdict", "yes")
                .send();
        assertThat(delivered()).isEqualTo(1);
        assertThat(julien.open("/").words()).doesNotContain("à lire d’abord");

        send(tom, "Élèves de CE1-CE2", "À tous");
        assertThat(julien.open("/messages/children").words()).contains("à Élèves de CE1-CE2,");

        var toTeacher = sendTo(tom, "Julien Pradal", "Une question");
        assertThat(toTeacher.words()).contains("C’est envoyé");
    }

    @Test
    void a_message_is_given_back_with_a_kind_word_and_nobody_else_may_judge_it() {
        julienReadsFirst();
        var tom = visitors.as("tom.costa");
        var held = sendTo(tom, classmate(), "Pas gentil");
        var path = held.path().replace("/messages/", "/messages/children/") + "/review";
        for (var other : new String[] {"helene.costa", "marc.olivet", "claude.toulousain"})
            assertThat(visitors.as(other).post(path, Map.of("verdict", "yes")).status())
                    .as(other)
                    .isEqualTo(404);
        var julien = visitors.as("julien.pradal");
        var empty = julien.post(path, Map.of("verdict", "no", "feedback", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.words()).contains("Écrivez un mot");
        julien.post(path, Map.of("verdict", "no", "feedback", "Dis-le autrement, je t’aide."));
        assertThat(tom.open(held.path()).words())
                .contains("Ce message n’est pas parti", "Dis-le autrement, je t’aide.");
        assertThat(tom.open("/").page().select("a[href=" + held.path() + "]")).isNotEmpty();
        assertThat(tom.open("/").words())
                .contains("Un message t’est rendu avec un mot")
                .doesNotContain("Rien de nouveau");
        var again = tom.open(tom.open(held.path()).page().select("a[href*=again]").attr("href"));
        assertThat(again.page().select("textarea").text()).isEqualTo("Voici **un message**.");
        assertThat(again.page().select("input[name=to][checked]")).hasSize(1);
        tom.form(again, "/messages").without("look").fill("text", "Viens jouer").send();
        assertThat(tom.open("/").words()).doesNotContain("Un message t’est rendu");
        assertThat(delivered()).isZero();
        assertThat(julien.post(path, Map.of("verdict", "yes")).status()).isEqualTo(404);
    }

    @Test
    void outside_of_the_hours_a_childs_message_waits_for_the_morning() {
        clock.setTo(LocalDateTime.of(2024, 9, 10, 21, 30).atZone(School.PARIS).toInstant());
        var tom = visitors.as("tom.costa");
        var sent = sendTo(tom, "Julien Pradal", "Je ne dors pas");
        assertThat(tom.open("/messages/new").words())
                .contains("Ton message partira demain à 7 h 00");
        assertThat(sent.words()).contains("Ton message est gardé. Il partira demain à 7 h 00.");
        assertThat(visitors.as("julien.pradal").ask(sent.path()).status()).isEqualTo(404);
        clock.setTo(LocalDateTime.of(2024, 9, 11, 7, 1).atZone(School.PARIS).toInstant());
        assertThat(visitors.as("julien.pradal", Profile.TEACHER).ask(sent.path()).status())
                .isEqualTo(200);
    }

    private static String reviewOf(Visitor.Answer held) {
        return held.path().replace("/messages/", "/messages/children/") + "/review";
    }

    @Test
    void what_the_teacher_lets_through_at_night_arrives_in_the_morning() {
        julienReadsFirst();
        var held = sendTo(visitors.as("tom.costa"), classmate(), "Un secret");
        clock.setTo(LocalDateTime.of(2024, 9, 10, 22, 0).atZone(School.PARIS).toInstant());
        visitors.as("julien.pradal", Profile.TEACHER)
                .post(reviewOf(held), Map.of("verdict", "yes"));
        assertThat(arrives()).isEqualTo(LocalDateTime.of(2024, 9, 11, 7, 0));
    }

    @Test
    void what_the_teacher_lets_through_keeps_the_hours_of_the_class() {
        julienReadsFirst();
        var held = sendTo(visitors.as("tom.costa"), classmate(), "Un secret");
        var julien = visitors.as("julien.pradal");
        var page = julien.open("/messages/children");
        var action =
                page.page()
                        .select("form[action^=/messages/children/]:has([name=opens])")
                        .attr("action");
        julien.form(page, action).fill("opens", "09:30").fill("closes", "16:00").send();
        julien.post(reviewOf(held), Map.of("verdict", "yes"));
        assertThat(arrives()).isEqualTo(LocalDateTime.of(2024, 9, 10, 9, 30));
    }

    private LocalDateTime arrives() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select deliver_at from message_box")
                                .query((row, n) ->
                                        row.getTimestamp(1)
                                                .toInstant()
                                                .atZone(School.PARIS)
                                                .toLocalDateTime())
                                .single());
    }

    @Test
    void of_two_teachers_who_decide_at_once_one_does() {
        julienReadsFirst();
        var held = sendTo(visitors.as("tom.costa"), classmate(), "Pas gentil");
        visitors.as("julien.pradal").open("/home");
        var julien =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql(
                                                """
                                                select ap.account_id, t.person_id, t.school_id from teaching t join account_person ap on ap.person_id = t.person_id
                                                  join account a on a.id = ap.account_id where a.login = 'julien.pradal' limit 1
                                                """)
                                        .query((row, n) ->
                                                new Actor(
                                                        row.getLong(1),
                                                        row.getLong(2),
                                                        Profile.TEACHER,
                                                        List.of(
                                                                new Actor.Role(
                                                                        RoleKind.TEACHER,
                                                                        row.getLong(3))),
                                                        List.of(row.getLong(2))))
                                        .single());
        var seen = walls.within(julien.reach(), () -> reviews.of(julien).getFirst());
        visitors.as("julien.pradal")
                .post(reviewOf(held), Map.of("verdict", "no", "feedback", "Dis-le autrement."));
        assertThat(walls.within(julien.reach(), () -> reviews.letThrough(julien, seen)))
                .isEqualTo(Oversight.Letting.GONE);
        assertThat(walls.within(julien.reach(), () -> reviews.giveBack(julien, seen, "Encore")))
                .isFalse();
        assertThat(delivered()).isZero();
    }

    @Test
    void while_sending_is_stopped_the_teacher_lets_nothing_through() {
        julienReadsFirst();
        var held = sendTo(visitors.as("tom.costa"), classmate(), "Un secret");
        var school =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql("select id from structure where uai = '0341315V'")
                                        .query(Long.class)
                                        .single());
        visitors.as("marc.olivet")
                .post("/messages/stops", Map.of("target", "s" + school, "reason", "Compte volé"));
        var refused = visitors.as("julien.pradal").post(reviewOf(held), Map.of("verdict", "yes"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("ce message attend encore", "Un secret");
        assertThat(delivered()).isZero();
        var marc = visitors.as("marc.olivet");
        var page = marc.open("/messages/stops");
        marc.form(page, page.page().select("form[action$=/lifting]").attr("action")).send();
        visitors.as("julien.pradal").post(reviewOf(held), Map.of("verdict", "yes"));
        assertThat(delivered()).isEqualTo(1);
    }

    @Test
    void children_of_the_nursery_do_not_write() {
        Visitor ines = visitors.as("ines.benali");
        assertThat(ines.ask("/messages").status()).isEqualTo(404);
        assertThat(ines.open("/").words()).doesNotContain("Messages");
    }

    private long delivered() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select count(*) from message_box where deliver_at < 'infinity'")
                                .query(Long.class)
                                .single());
    }
}
