package fr.preau.departures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.directory.Departures;
import fr.preau.messages.Post;
import fr.preau.web.Profile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Ninety days after the departure nothing is left of somebody; nothing of the others is lost. */
@School
class ErasureTest {
    private static final Duration DELAY = Duration.ofDays(90);

    @Autowired Visitors visitors;
    @Autowired EraseDeparted work;
    @Autowired Departures departures;
    @Autowired School.SettableClock clock;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    @Test
    void no_table_holds_the_name_of_an_erased_person() {
        var jade = leaves.person("PUPIL", "Jade Leroy");
        var thomas = leaves.person("GUARDIAN", "Thomas Leroy");
        var julien = leaves.person("STAFF", "Julien Pradal");
        var everywhere =
                "first_name = 'Zzcanari', last_name = 'Zzcanari', birth_name = 'Zzcanari', email = 'zzcanari@exemple.fr', mobile = 'zzcanari',"
                        + " street = 'zzcanari', city = 'zzcanari', ine = 'zzcanari' || id, civility = 'zzcanari', join_key = 'zzcanari' || id";
        leaves.change(
                "update person set %s where id in (%d, %d, %d)"
                        .formatted(everywhere, jade, thomas, julien),
                "update account set login = 'zzcanari' || id from account_person ap where ap.account_id = account.id and ap.person_id in (%d, %d, %d)"
                        .formatted(jade, thomas, julien));
        var logins =
                leaves.texts(
                        "select a.login from account a join account_person ap on ap.account_id = a.id where ap.person_id in (%d, %d) order by ap.person_id = %d"
                                .formatted(julien, thomas, thomas));
        var teacher = visitors.as(logins.getFirst());
        teacher.form(teacher.open("/liaison/new"), "/liaison")
                .add("to", teacher.open("/liaison/new").page().select("input[name=to]").val())
                .fill("title", "Piscine")
                .fill("text", "Lundi.")
                .send();
        var guardian = visitors.as(logins.getLast());
        var cross =
                "/liaison/" + leaves.number("select id from note where title = 'Cross de l’école'");
        guardian.form(guardian.open(cross), cross + "/signature").send();
        guardian.form(guardian.open(cross), cross + "/reply").fill("text", "De Zzcanari").send();
        guardian.post(
                "/liaison/drafts/reply-" + cross.substring(9) + "-" + jade,
                java.util.Map.of("text", "Zzcanari encore"));
        assertThat(leaves.tablesWith("zzcanari"))
                .as("the premise: the name is found where it is")
                .contains("person", "account", "note", "note_guardian");

        leaves.depart(jade, julien);
        clock.moveBy(DELAY);
        work.run();
        assertThat(leaves.tablesWith("zzcanari")).isEmpty();
        assertThat(
                        leaves.texts(
                                "select first_name || ' ' || last_name from person where erased_at is not null"))
                .containsOnly("Compte effacé");
        assertThat(
                        leaves.number(
                                "select count(*) from session s join account_person ap on ap.account_id = s.account_id where ap.person_id = "
                                        + thomas))
                .isZero();
    }

    @Test
    void what_belongs_to_the_others_stays() {
        var cross =
                "/liaison/" + leaves.number("select id from note where title = 'Cross de l’école'");
        var thomas = visitors.as("thomas.leroy");
        thomas.form(thomas.open(cross), cross + "/signature").send();
        leaves.depart(leaves.person("PUPIL", "Jade Leroy"), leaves.person("STAFF", "Hélène Costa"));
        clock.moveBy(DELAY);
        work.run();
        assertThat(leaves.anew("marc.olivet").open(cross).words())
                .contains("1 sur 24")
                .doesNotContain("Jade Leroy", "Thomas Leroy");
        assertThat(
                        leaves.number(
                                "select count(*) from note_guardian where note_id = "
                                        + cross.substring(9)
                                        + " and signed_at is not null"))
                .isEqualTo(1);
        assertThat(leaves.anew("amina.benali").open("/liaison").words())
                .contains("Sortie à la médiathèque", "Compte effacé");
        var helene = leaves.anew("helene.costa");
        assertThat(helene.open("/").words())
                .as("her other person stays, and with it the account")
                .contains("Tom");
    }

    @Test
    void no_message_of_a_colleague_says_any_more_that_somebody_erased_received_it() {
        var helene = visitors.as("helene.costa");
        var sent =
                to(helene, "Julien Pradal", "Marc Olivet")
                        .fill("subject", "Sortie")
                        .fill("text", "À nous trois.")
                        .send();
        assertThat(sent.words()).as("the premise").contains("Julien Pradal", "Marc Olivet");
        leaves.depart(leaves.person("STAFF", "Julien Pradal"));
        clock.moveBy(DELAY);
        work.run();
        assertThat(leaves.anew("marc.olivet").open(sent.path()).words())
                .contains("Compte effacé", "Marc Olivet", "À nous trois.");
        assertThat(leaves.tablesWith("pradal")).doesNotContain("message");
    }

    @Test
    void what_an_erased_author_wrote_goes_with_the_last_person_who_had_it() {
        var sent =
                to(visitors.as("julien.pradal"), "Marc Olivet")
                        .fill("subject", "Zzcanari")
                        .fill("text", "Zzcanari")
                        .attach("files", "zzcanari.txt", "Zzcanari".getBytes(UTF_8))
                        .send();
        leaves.depart(leaves.person("STAFF", "Julien Pradal"));
        clock.moveBy(DELAY);
        work.run();
        assertThat(leaves.anew("marc.olivet").open(sent.path()).words())
                .as("what belongs to another")
                .contains("Zzcanari", "zzcanari.txt");
        leaves.depart(leaves.person("STAFF", "Marc Olivet"));
        clock.moveBy(DELAY);
        work.run();
        assertThat(leaves.tablesWith("zzcanari")).doesNotContain("message");
        assertThat(leaves.number("select count(*) from message_file")).isZero();
    }

    @Test
    void why_somebody_was_stopped_goes_with_them() {
        var thomas = leaves.person("GUARDIAN", "Thomas Leroy");
        var stop =
                """
                insert into message_stop (kind, target_id, node_id, maker_node_id, reason, drill, made_by, made_at, lifted_at)
                select '%s', %d, s.id, s.id, 'Zzcanari', false, %d, '2024-09-10 08:05+02', %s from structure s where s.uai = '0341315V'
                """;
        var marc = leaves.person("STAFF", "Marc Olivet");
        leaves.change(
                stop.formatted("PERSON", thomas, marc, "null"),
                stop.formatted("PERSON", thomas, marc, "'2024-09-10 09:05+02'"),
                stop.formatted("PERSON", marc, marc, "null"));
        leaves.depart(thomas);
        clock.moveBy(DELAY);
        work.run();
        assertThat(leaves.texts("select target_id from message_stop"))
                .containsExactly(Long.toString(marc));
    }

    private static Visitor.Form to(Visitor author, String... names) {
        var form =
                author.form(author.open("/messages/new"), "/messages")
                        .without("to")
                        .without("look");
        for (var name : names) form.add("to", Post.tokenOf(author, name));
        return form;
    }

    @Test
    void a_day_too_early_nothing_is_erased() {
        leaves.depart(leaves.person("GUARDIAN", "Thomas Leroy"));
        clock.moveBy(DELAY.minusDays(1));
        work.run();
        assertThat(erased()).isZero();
        assertThat(leaves.anew("thomas.leroy").open("/").words()).contains("demain");
        clock.moveBy(Duration.ofDays(1));
        work.run();
        assertThat(erased()).isEqualTo(1);
        assertThat(leaves.signIn(visitors.stranger(), "thomas.leroy").words())
                .contains("L’identifiant ou le mot de passe ne va pas.");
    }

    @Test
    void running_again_changes_nothing() {
        leaves.depart(leaves.person("GUARDIAN", "Thomas Leroy"));
        clock.moveBy(DELAY);
        work.run();
        work.run();
        assertThat(leaves.texts("select rule || ' ' || profile || ' ' || persons from erasure"))
                .containsExactly("DELAY GUARDIAN 1");
        assertThat(leaves.number("select count(*) from departure")).isZero();
    }

    @Test
    void interrupted_in_the_middle_nothing_has_happened() {
        var thomas = leaves.person("GUARDIAN", "Thomas Leroy");
        leaves.depart(thomas);
        clock.moveBy(DELAY);
        leaves.change(
                "create function stop() returns trigger language plpgsql as $$ begin raise exception 'stop'; end $$",
                "create trigger stop before update on person for each row when (new.erased_at is not null) execute function stop()");
        assertThatThrownBy(work::run).isInstanceOf(DataAccessException.class);
        assertThat(leaves.number("select count(*) from erasure")).isZero();
        assertThat(leaves.number("select count(*) from departure")).isEqualTo(1);
        assertThat(leaves.anew("thomas.leroy").open("/").path()).isEqualTo("/export");
        leaves.change("drop trigger stop on person");
        work.run();
        assertThat(erased()).isEqualTo(1);
    }

    @Test
    void somebody_who_comes_back_after_the_erasure_is_somebody_new() {
        var thomas = leaves.person("GUARDIAN", "Thomas Leroy");
        leaves.depart(thomas);
        clock.moveBy(DELAY);
        work.run();
        departures.comeBack(List.of(thomas));
        assertThat(
                        leaves.number(
                                "select count(*) from person where id = %d and departed_at is not null and join_key is null"
                                        .formatted(thomas)))
                .isEqualTo(1);
        assertThat(leaves.number("select count(*) from account where login = 'thomas.leroy'"))
                .isZero();
    }

    @Test
    void an_account_that_was_never_activated_is_erased_at_once() {
        var karim = leaves.person("GUARDIAN", "Karim Benali");
        leaves.depart(karim);
        work.run();
        assertThat(erased()).isEqualTo(1);
        assertThat(leaves.texts("select rule from erasure").stream().distinct())
                .containsExactly("NEVER_ACTIVATED");
        assertThat(visitors.as("amina.benali").open("/").words()).contains("Yanis", "Inès");
    }

    @Test
    void a_child_who_never_came_waits_for_the_parent_who_did() {
        var classmate =
                leaves.number(
                        """
                        select e.pupil_id from enrolment e join account_person ap on ap.person_id = e.pupil_id join account a on a.id = ap.account_id
                         where a.state = 'TO_ACTIVATE' and exists (
                               select 1 from guardianship g join account_person q on q.person_id = g.guardian_id join account b on b.id = q.account_id
                                where g.pupil_id = e.pupil_id and b.state = 'ACTIVE') order by 1 limit 1
                        """);
        leaves.depart(classmate);
        work.run();
        assertThat(
                        leaves.number(
                                "select count(*) from person where erased_at is not null and id = "
                                        + classmate))
                .isZero();
        clock.moveBy(DELAY);
        work.run();
        assertThat(
                        leaves.number(
                                "select count(*) from person where erased_at is not null and id = "
                                        + classmate))
                .isEqualTo(1);
    }

    @Test
    void a_cancelled_departure_is_never_due() {
        var thomas = leaves.person("GUARDIAN", "Thomas Leroy");
        leaves.depart(thomas);
        departures.cancel(List.of(thomas), leaves.person("STAFF", "Marc Olivet"));
        clock.moveBy(DELAY.plusDays(100));
        work.run();
        assertThat(erased()).isZero();
        assertThat(visitors.as("thomas.leroy", Profile.GUARDIAN)).isNotNull();
    }

    private long erased() {
        return leaves.number("select count(*) from person where erased_at is not null");
    }
}
