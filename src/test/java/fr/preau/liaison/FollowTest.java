package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.sign;
import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class FollowTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Reminders reminders;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private long count(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    @Test
    void each_guardian_is_never_reached_or_has_not_seen_has_seen_or_has_signed() {
        var helene = visitors.as("helene.costa");
        var note = send(helene, "Yanis Benali", "Sortie au musée").path();
        assertThat(helene.open(note).words())
                .contains("Karim Benali Jamais connecté")
                .contains("Amina Benali Pas encore lu")
                .contains("0 signature sur 1");
        sign(visitors.as("amina.benali"), note);
        assertThat(helene.open(note).words()).contains("Amina Benali Signé").contains("1 sur 1");
        assertThat(helene.open(note + "?show=waiting").words())
                .contains("Personne ici")
                .doesNotContain("Amina Benali");
    }

    @Test
    void an_answer_is_read_by_the_school_and_not_by_the_other_guardian() {
        var marc = visitors.as("marc.olivet");
        var thomas = visitors.as("thomas.leroy");
        var note = send(marc, "Jade Leroy", "Piscine").path();
        var answered =
                thomas.form(thomas.open(note), note + "/reply")
                        .fill("text", "Je viens aider.")
                        .send();
        assertThat(answered.words())
                .contains("Réponse envoyée")
                .contains("Je viens aider.")
                .contains("Modifier la réponse");
        assertThat(marc.open(note).words())
                .contains("Thomas Leroy A répondu aujourd’hui")
                .contains("Je viens aider.");
        assertThat(visitors.as("chloe.masson").open(note).words())
                .doesNotContain("Je viens aider.");

        clock.moveBy(Duration.ofMinutes(1));
        thomas.form(thomas.open(note), note + "/reply").fill("text", "Finalement non.").send();
        assertThat(marc.open(note).words())
                .contains("Finalement non.")
                .doesNotContain("Je viens aider.");
        assertThat(count("select count(*) from audit where action = 'NoteReplied'")).isEqualTo(2);
    }

    @Test
    void a_wrong_answer_comes_back_as_typed() {
        var thomas = visitors.as("thomas.leroy");
        var note = send(visitors.as("marc.olivet"), "Jade Leroy", "Piscine").path();
        var refused =
                thomas.form(thomas.open(note), note + "/reply")
                        .fill("text", "a".repeat(2_001))
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("2 000 caractères");
        assertThat(refused.page().select("textarea").text()).hasSize(2_001);
    }

    @Test
    void answers_are_closed_and_reopened() {
        var marc = visitors.as("marc.olivet");
        var thomas = visitors.as("thomas.leroy");
        var note = send(marc, "Jade Leroy", "Piscine").path();
        var form = thomas.form(thomas.open(note), note + "/reply").fill("text", "Trop tard ?");
        assertThat(
                        marc.form(marc.open(note), note + "/replies")
                                .add("open", "false")
                                .send()
                                .words())
                .contains("Réponses closes")
                .contains("Rouvrir les réponses");
        assertThat(thomas.open(note).page().select("form[action$=reply]")).isEmpty();
        var refused = form.send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("textarea").text()).isEqualTo("Trop tard ?");
        marc.form(marc.open(note), note + "/replies").add("open", "true").send();
        assertThat(form.send().words()).contains("Réponse envoyée");
    }

    @Test
    void those_who_have_not_signed_are_reminded_once_an_hour() {
        var marc = visitors.as("marc.olivet");
        var note =
                writing(marc, "Jade Leroy", "Classe de neige").fill("rule", "BOTH").send().path();
        sign(visitors.as("thomas.leroy"), note);
        assertThat(marc.open(note).words()).contains("Relancer 1 famille");
        assertThat(marc.form(marc.open(note), note + "/reminder").send().words())
                .contains("Les familles en attente sont relancées")
                .doesNotContain("Relancer 1 famille");
        assertThat(count("select count(*) from note_guardian where reminded_at is not null"))
                .isEqualTo(1);
        assertThat(visitors.as("chloe.masson").open("/notifications").words())
                .contains("Classe de neige");
        assertThat(marc.post(note + "/reminder", Map.of()).status()).isEqualTo(422);
        clock.moveBy(Duration.ofMinutes(61));
        var later = visitors.as("marc.olivet", Profile.TEACHER);
        assertThat(later.form(later.open(note), note + "/reminder").send().words())
                .contains("relancées");
    }

    @Test
    void nobody_is_reminded_when_all_have_signed() {
        var marc = visitors.as("marc.olivet");
        var note = send(marc, "Jade Leroy", "Piscine").path();
        sign(visitors.as("thomas.leroy"), note);
        var refused = marc.post(note + "/reminder", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Il n’y a plus personne à relancer");
    }

    @Test
    void the_day_before_the_deadline_a_reminder_goes_by_itself_once() {
        var marc = visitors.as("marc.olivet");
        writing(marc, "Jade Leroy", "Demain").fill("deadline", "2024-09-11").send();
        writing(marc, "Jade Leroy", "Après-demain").fill("deadline", "2024-09-12").send();
        assertThat(reminders.remindDueTomorrow()).isEqualTo(1);
        assertThat(reminders.remindDueTomorrow()).isZero();
        assertThat(count("select count(*) from note_guardian where reminded_at is not null"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "select count(*) from audit where action = 'NoteReminded' and account_id is null"))
                .isEqualTo(1);
        clock.moveBy(Duration.ofDays(1));
        assertThat(reminders.remindDueTomorrow()).isEqualTo(1);
    }

    @Test
    void a_correction_keeps_the_words_before() {
        var marc = visitors.as("marc.olivet");
        var thomas = visitors.as("thomas.leroy");
        var note = send(marc, "Jade Leroy", "Piscine lundi").path();
        sign(thomas, note);
        clock.moveBy(Duration.ofMinutes(20));
        var corrected =
                marc.form(marc.open(note + "/correction"), note + "/correction")
                        .fill("title", "Piscine mardi")
                        .send();
        assertThat(corrected.words())
                .contains("Correction publiée")
                .contains("Piscine mardi")
                .contains("1 sur 1");
        assertThat(thomas.open(note).words())
                .contains("Piscine mardi")
                .contains("Corrigé aujourd’hui à 8 h 25")
                .contains("Piscine lundi")
                .contains("Signé par vous");
    }

    @Test
    void a_correction_may_ask_to_sign_again() {
        var marc = visitors.as("marc.olivet");
        var thomas = visitors.as("thomas.leroy");
        var note = send(marc, "Jade Leroy", "Piscine lundi").path();
        sign(thomas, note);
        marc.form(marc.open(note + "/correction"), note + "/correction")
                .fill("title", "Piscine mardi")
                .add("again", "true")
                .send();
        assertThat(thomas.open("/liaison?show=to-sign").words()).contains("Piscine mardi");
        assertThat(marc.open(note).words()).contains("0 sur 1");
        assertThat(
                        count(
                                "select count(*) from audit where action in ('NoteSigned', 'NoteCorrected')"))
                .isEqualTo(2);
        clock.moveBy(Duration.ofMinutes(1));
        sign(thomas, note);
        assertThat(count("select count(*) from audit where action = 'NoteSigned'")).isEqualTo(2);
    }

    @Test
    void a_wrong_correction_comes_back_as_typed() {
        var marc = visitors.as("marc.olivet");
        var note = send(marc, "Jade Leroy", "Piscine").path();
        var refused =
                marc.form(marc.open(note + "/correction"), note + "/correction")
                        .fill("title", "")
                        .fill("text", "Nouveau texte")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#text").text()).isEqualTo("Nouveau texte");
    }

    @Test
    void a_note_prints_with_a_coupon() {
        var note = send(visitors.as("marc.olivet"), "Jade Leroy", "Piscine").path();
        assertThat(visitors.as("marc.olivet").open(note + "/print").words())
                .contains("À découper et à rendre à l’école")
                .contains("Nom de l’enfant")
                .contains("Qui a signé, mardi 10 septembre 2024")
                .contains("Thomas Leroy");
        assertThat(visitors.as("thomas.leroy").open(note + "/print").words())
                .contains("Jade")
                .doesNotContain("Qui a signé");
    }
}
