package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.valueOf;
import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class SendTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private long count(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    @Test
    void a_teacher_writes_to_her_class_and_a_mother_reads_it() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "Sortie au musée");
        assertThat(sent.words())
                .contains("Mot envoyé")
                .contains("Sortie au musée")
                .contains("0 sur 24");
        assertThat(helene.open("/liaison").words())
                .contains("Sortie au musée")
                .contains("0 sur 24 enfants");

        var read = visitors.as("amina.benali").open(sent.path());
        assertThat(read.words())
                .contains("Hélène Costa")
                .contains("Familles de CP A, aujourd’hui à 8 h 05");
        assertThat(read.body()).contains("<strong>un mot</strong>");
    }

    @Test
    void the_picker_says_who_will_read() {
        var page = visitors.as("helene.costa").open("/liaison/new");
        assertThat(page.words())
                .contains("Familles de CP A")
                .contains("24 familles")
                .contains("Yanis Benali");
        assertThat(page.page().select("input[data-count=24]").attr("data-name"))
                .isEqualTo("les responsables des 24 élèves de CP A et ces élèves");
        assertThat(page.words())
                .contains("L’enseignant de la classe et la direction de l’école le liront aussi.");
        assertThat(page.words()).doesNotContain("CE1").doesNotContain("Toutes les familles");
    }

    @Test
    void a_director_reaches_every_class_and_the_whole_school() {
        var page = visitors.as("marc.olivet").open("/liaison/new");
        assertThat(page.words())
                .contains("Toutes les familles de l’école")
                .contains("Familles de CP A")
                .contains("Jade Leroy")
                .doesNotContain("Inès Benali");
        var sent =
                send(
                        visitors.as("marc.olivet"),
                        "Toutes les familles de l’école",
                        "Réunion de rentrée");
        assertThat(visitors.as("amina.benali").open(sent.path()).status()).isEqualTo(200);
        assertThat(visitors.as("thomas.leroy").open(sent.path()).status()).isEqualTo(200);
    }

    @Test
    void a_replacement_writes_to_her_class_during_her_week() {
        assertThat(send(visitors.as("sofia.reynes"), "Familles de CP A", "Je remplace").words())
                .contains("Mot envoyé")
                .contains("Sofia Reynès");
        assertThat(visitors.as("amina.benali").open("/liaison").words())
                .contains("Je remplace")
                .contains("Sofia Reynès");
    }

    @Test
    void a_note_to_two_overlapping_choices_concerns_each_child_once() {
        var helene = visitors.as("helene.costa");
        var page = helene.open("/liaison/new");
        var sent =
                helene.form(page, "/liaison")
                        .add("to", valueOf(page, "Familles de CP A"))
                        .add("to", valueOf(page, "Yanis Benali"))
                        .fill("title", "Deux fois")
                        .fill("text", "Une.")
                        .send();
        assertThat(sent.words()).contains("0 sur 24");
    }

    @Test
    void a_note_to_one_family_names_no_child_to_the_others() {
        var sent = send(visitors.as("helene.costa"), "Yanis Benali", "À propos de lundi");
        assertThat(sent.words()).contains("0 sur 1");
        assertThat(visitors.as("amina.benali").open(sent.path()).words()).contains("1 famille,");
    }

    @Test
    void two_presses_send_one_note() {
        var form = writing(visitors.as("helene.costa"), "Familles de CP A", "Une seule fois");
        var first = form.sendOnly();
        var second = form.sendOnly();
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(count("select count(*) from note where title = 'Une seule fois'")).isEqualTo(1);
    }

    @Test
    void an_empty_form_comes_back_with_what_was_typed() {
        var helene = visitors.as("helene.costa");
        var page = helene.open("/liaison/new");
        var refused =
                helene.form(page, "/liaison")
                        .fill("text", "Mon texte")
                        .fill("deadline", "2024-09-01")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        var errors = refused.page().select(".error-summary a");
        assertThat(errors.eachAttr("href")).containsExactlyInAnyOrder("#title", "#deadline", "#to");
        for (var link : errors)
            assertThat(refused.page().select(link.attr("href"))).as(link.attr("href")).hasSize(1);
        assertThat(refused.page().select("#text").text()).isEqualTo("Mon texte");
        assertThat(refused.page().select("#title").attr("aria-describedby"))
                .isEqualTo("title-error");
    }

    @Test
    void a_megabyte_is_refused_with_the_limit_and_kept() {
        var refused =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Long")
                        .fill("text", "a".repeat(1_000_000))
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("20 000");
        assertThat(refused.page().select("#text").text()).hasSize(1_000_000);
        assertThat(refused.page().select("input[name=to][checked]")).hasSize(1);
    }

    @Test
    void a_circle_out_of_reach_is_refused_and_nothing_is_lost() {
        var marc = visitors.as("marc.olivet").open("/liaison/new");
        var elsewhere = valueOf(marc, "Familles de CM1-CM2");
        var refused =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Trop loin")
                        .add("to", elsewhere)
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("n’est pas ou n’est plus dans vos classes");
        assertThat(refused.page().select("#title").val()).isEqualTo("Trop loin");
        assertThat(count("select count(*) from note where title = 'Trop loin'")).isZero();
    }

    @Test
    void only_the_school_writes() {
        assertThat(visitors.as("helene.costa").open("/liaison/new").status()).isEqualTo(200);
        for (var login :
                List.of(
                        "amina.benali",
                        "yanis.benali",
                        "mireille.castan",
                        "patrick.mazel",
                        "remi.vernet")) {
            assertThat(visitors.as(login).open("/liaison/new").status()).as(login).isEqualTo(404);
            assertThat(
                            visitors.as(login)
                                    .post("/liaison", Map.of("title", "t", "text", "t"))
                                    .status())
                    .as(login)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_link_that_only_reads_is_fixed_at_sending() {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        update guardianship set link_code = '38'
                                         where guardian_id = (select id from person where first_name = 'Karim' and last_name ilike 'benali' and academy = '11')
                                        """)
                                .update());
        send(visitors.as("helene.costa"), "Familles de CP A", "Qui signe");
        assertThat(
                        count(
                                """
                                select count(*) from note_guardian g join note n on n.id = g.note_id join person p on p.id = g.guardian_id
                                 where n.title = 'Qui signe' and p.last_name ilike 'benali' and g.signs
                                """))
                .isEqualTo(1);
        assertThat(
                        count(
                                """
                                select count(*) from note_guardian g join note n on n.id = g.note_id join person p on p.id = g.guardian_id
                                 where n.title = 'Qui signe' and p.last_name ilike 'benali' and not g.signs
                                """))
                .isEqualTo(1);
    }

    @Test
    void the_journal_knows_that_a_note_was_sent_and_no_word_of_it() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Secret");
        assertThat(
                        count(
                                "select count(*) from audit where action = 'NoteSent' and subject = 'note "
                                        + sent.path().substring("/liaison/".length())
                                        + "'"))
                .isEqualTo(1);
    }
}
