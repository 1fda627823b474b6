package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.sign;
import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class SignTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    @Test
    void a_mother_signs_from_her_list_in_one_press_for_each_child() {
        var amina = visitors.as("amina.benali");
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Sortie au musée");
        var list = amina.open("/liaison");
        assertThat(list.words())
                .contains("3 mots attendent votre signature")
                .contains("Yanis")
                .contains("Inès");
        var signed = amina.form(list, sent.path() + "/signature").send();
        assertThat(signed.path()).isEqualTo("/liaison");
        assertThat(signed.words())
                .contains("Mot signé")
                .contains("2 mots attendent votre signature")
                .contains("Signé aujourd’hui à 8 h 05");
        assertThat(visitors.as("helene.costa").open(sent.path()).words())
                .contains("Amina Benali Signé aujourd’hui à 8 h 05")
                .contains("1 sur 24");
    }

    @Test
    void one_is_enough_and_the_other_may_sign_too() {
        var sent = send(visitors.as("marc.olivet"), "Jade Leroy", "Piscine");
        sign(visitors.as("thomas.leroy"), sent.path());
        assertThat(visitors.as("marc.olivet").open(sent.path()).words())
                .contains("1 sur 1")
                .contains("1 signature sur 1");
        var chloe = visitors.as("chloe.masson");
        assertThat(chloe.open("/liaison?show=to-sign").words()).doesNotContain("Piscine");
        assertThat(chloe.open(sent.path()).words())
                .contains("Déjà signé par Thomas Leroy. Vous pouvez signer aussi.");
        assertThat(sign(chloe, sent.path()).words())
                .contains("Signé par vous")
                .contains("Signé par Thomas Leroy");
    }

    @Test
    void both_must_sign_when_the_note_says_so() {
        var sent =
                writing(visitors.as("marc.olivet"), "Jade Leroy", "Classe de neige")
                        .fill("rule", "BOTH")
                        .send();
        assertThat(sign(visitors.as("thomas.leroy"), sent.path()).words())
                .contains("1 signature sur 2");
        assertThat(visitors.as("marc.olivet").open(sent.path()).words())
                .contains("0 sur 1")
                .contains("1 signature sur 2");
        var chloe = visitors.as("chloe.masson");
        assertThat(chloe.open("/liaison?show=to-sign").words()).contains("Classe de neige");
        sign(chloe, sent.path());
        assertThat(visitors.as("marc.olivet").open(sent.path()).words())
                .contains("1 sur 1")
                .contains("2 signatures sur 2");
    }

    @Test
    void where_only_one_may_sign_one_signature_completes_both() {
        link("Chloé", "38");
        var sent =
                writing(visitors.as("marc.olivet"), "Jade Leroy", "Classe de neige")
                        .fill("rule", "BOTH")
                        .send();
        sign(visitors.as("thomas.leroy"), sent.path());
        assertThat(visitors.as("marc.olivet").open(sent.path()).words()).contains("1 sur 1");
    }

    @Test
    void a_link_that_only_reads_reads_and_has_no_button() {
        link("Chloé", "38");
        var sent = send(visitors.as("marc.olivet"), "Jade Leroy", "Piscine");
        var chloe = visitors.as("chloe.masson");
        var read = chloe.open(sent.path());
        assertThat(read.words()).contains("Vous lisez ce mot pour Jade");
        assertThat(read.page().select("form[action$=signature]")).isEmpty();
        assertThat(chloe.open("/liaison?show=to-sign").words()).doesNotContain("Piscine");
        var refused = chloe.post(sent.path() + "/signature", Map.of("child", jade()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("permet de lire ce mot, pas de le signer");
    }

    @Test
    void signing_twice_has_one_effect_and_one_fact() {
        var sent = send(visitors.as("marc.olivet"), "Jade Leroy", "Piscine");
        var thomas = visitors.as("thomas.leroy");
        sign(thomas, sent.path());
        clock.moveBy(Duration.ofMinutes(3));
        assertThat(thomas.post(sent.path() + "/signature", Map.of("child", jade())).status())
                .isEqualTo(303);
        assertThat(visitors.as("marc.olivet").open(sent.path()).words())
                .contains("Signé aujourd’hui à 8 h 05");
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql(
                                                        "select count(*) from audit where action = 'NoteSigned'")
                                                .query(Long.class)
                                                .single()))
                .isEqualTo(1);
    }

    @Test
    void opening_a_note_is_reading_it() {
        var sent = send(visitors.as("marc.olivet"), "Jade Leroy", "Piscine");
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open(sent.path()).words()).contains("Thomas Leroy Pas encore lu");
        visitors.as("thomas.leroy").open("/liaison");
        assertThat(marc.open(sent.path()).words()).contains("Thomas Leroy Pas encore lu");
        visitors.as("thomas.leroy").open(sent.path());
        assertThat(marc.open(sent.path()).words())
                .contains("Thomas Leroy Lu aujourd’hui à 8 h 05")
                .contains("Chloé Masson Pas encore lu");
    }

    @Test
    void somebody_who_is_no_guardian_any_more_loses_the_note_and_is_not_awaited() {
        var sent =
                writing(visitors.as("marc.olivet"), "Jade Leroy", "Classe de neige")
                        .fill("rule", "BOTH")
                        .send();
        var chloe = visitors.as("chloe.masson");
        assertThat(chloe.open(sent.path()).status()).isEqualTo(200);
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "delete from guardianship where guardian_id = (select id from person where first_name = 'Chloé' and last_name = 'Masson')")
                                .update());
        assertThat(chloe.open(sent.path()).status()).isEqualTo(404);
        assertThat(chloe.post(sent.path() + "/signature", Map.of("child", jade())).status())
                .isEqualTo(404);
        assertThat(chloe.open("/liaison").words()).doesNotContain("Classe de neige");
        sign(visitors.as("thomas.leroy"), sent.path());
        assertThat(visitors.as("marc.olivet").open(sent.path()).words()).contains("1 sur 1");
    }

    @Test
    void a_pupil_reads_and_signs_nothing() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Sortie au musée");
        var yanis = visitors.as("yanis.benali");
        assertThat(yanis.open("/liaison").words()).contains("Sortie au musée");
        var read = yanis.open(sent.path());
        assertThat(read.page().select("button[data-say]").attr("data-say"))
                .isEqualTo("Sortie au musée. Bonjour, voici un mot.");
        assertThat(read.page().select("form[action$=signature], form[action$=reply]")).isEmpty();
        assertThat(yanis.post(sent.path() + "/signature", Map.of("child", "1")).status())
                .isEqualTo(404);
    }

    @Test
    void a_pupil_who_left_the_class_keeps_the_notes_received() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Sortie au musée");
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "delete from class_enrolment where pupil_id = (select id from person where first_name = 'Yanis' and last_name ilike 'benali' and academy = '11')")
                                .update());
        assertThat(visitors.as("yanis.benali").open(sent.path()).status()).isEqualTo(200);
        assertThat(visitors.as("amina.benali").open(sent.path()).status()).isEqualTo(200);
    }

    private String jade() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select id from person where first_name = 'Jade' and last_name ilike 'leroy' and academy = '11'")
                                .query(String.class)
                                .single());
    }

    private void link(String firstName, String code) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        update guardianship set link_code = :code
                                         where guardian_id in (select id from person where first_name = :first and kind = 'GUARDIAN' and last_name in ('Masson', 'MASSON'))
                                        """)
                                .param("code", code)
                                .param("first", firstName)
                                .update());
    }
}
