package fr.preau.liaison;

import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests for an authorisation: what may be answered, by whom, until when, and what is kept. */
@School
class AuthorisationTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired ErasedNotes erased;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired HikariDataSource pool;

    private long count(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    private void change(String query) throws Exception {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(query);
        }
    }

    private static Visitor.Form asking(Visitor author, String to, String asks) {
        return writing(author, to, "Sortie à la piscine")
                .fill("asks", asks)
                .fill("deadline", "2024-09-12");
    }

    private String asked() {
        return asking(visitors.as("marc.olivet"), "Jade Leroy", "YES_NO_CONDITIONS")
                .fill("rule", "BOTH")
                .send()
                .path();
    }

    private static String place(Visitor guardian, String note) {
        return guardian.open(note).page().select("a[href*=/decision/]").attr("href");
    }

    private static Visitor.Form answering(Visitor guardian, String note, String choice) {
        var place = place(guardian, note);
        return guardian.form(guardian.open(place), place).fill("choice", choice);
    }

    private static String receipt(Visitor.Answer page) {
        return page.page().select("a[href$=/receipt]").attr("href");
    }

    @Test
    void a_father_signs_his_answer_and_takes_its_receipt_away() throws Exception {
        var note = asked();
        var thomas = visitors.as("thomas.leroy");
        assertThat(thomas.open("/").page().select("a[href*=/decision/]").text())
                .contains("Répondre");
        assertThat(thomas.open("/liaison").page().select("a[href*=/decision/]").text())
                .contains("Répondre");
        var answered =
                answering(thomas, note, "3").fill("condition", "Avec une affiche fine.").send();
        assertThat(answered.words())
                .contains("Réponse signée et scellée")
                .contains("Oui, sous conditions : Avec une affiche fine.");
        assertThat(thomas.open("/liaison?show=to-sign").words()).doesNotContain("piscine");

        var paper = thomas.ask(receipt(answered));
        assertThat(paper.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Papers.words(paper.bytes(), "receipt"))
                .contains(
                        "Jade Leroy",
                        "Thomas Leroy",
                        "condition: Avec une affiche fine.",
                        "Ce n’est pas une signature électronique")
                .containsPattern("[0-9a-f]{64}");
        try (var document = Papers.read(paper.bytes(), "receipt")) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getNumberOfPages()).isOne();
        }
        assertThat(visitors.as("marc.olivet").ask(receipt(answered)).status()).isEqualTo(200);
        for (var login :
                List.of(
                        "chloe.masson",
                        "amina.benali",
                        "helene.costa",
                        "nadia.ferrand",
                        "claude.toulousain"))
            assertThat(visitors.as(login).ask(receipt(answered)).status()).as(login).isEqualTo(404);
        assertThat(count("select count(*) from audit where action = 'DecisionMade'")).isOne();
    }

    @Test
    void guardians_who_disagree_are_shown_and_nobody_decides_for_them() {
        var note = asked();
        var marc = visitors.as("marc.olivet");
        answering(visitors.as("thomas.leroy"), note, "1").send();
        assertThat(marc.open(note + "/decisions").words()).contains("Attend l’autre responsable 1");
        answering(visitors.as("chloe.masson"), note, "2").send();
        assertThat(marc.open(note).words())
                .contains("1 désaccord entre responsables")
                .contains("Thomas Leroy Oui · Signé")
                .contains("Chloé Masson Non · Signé");
        assertThat(marc.open(note + "/decisions").words())
                .contains("Oui 0 Non 0 Oui, sous conditions 0 Désaccord 1");
        var table = marc.ask(note + "/decisions.csv").body();
        assertThat(table)
                .contains("Désaccord;Chloé Masson;Non")
                .contains("Désaccord;Thomas Leroy;Oui");
        answering(visitors.as("chloe.masson"), note, "1").send();
        assertThat(marc.open(note + "/decisions").words()).contains("Oui 1 Non 0");
    }

    @Test
    void an_answer_is_changed_or_taken_back_until_the_day_and_each_version_stays() {
        var note = asked();
        var thomas = visitors.as("thomas.leroy");
        answering(thomas, note, "1").send();
        clock.moveBy(Duration.ofMinutes(1));
        var changed = answering(thomas, note, "2").send();
        assertThat(changed.page().select("h3").eachText()).containsExactly("Non", "Oui");
        var place = place(thomas, note);
        var back = thomas.form(thomas.open(place), place + "/withdrawal").send();
        assertThat(back.words()).contains("Réponse retirée").contains("Signer ma réponse");
        assertThat(visitors.as("marc.olivet").open(note + "/decisions").words())
                .contains("Sans réponse 1")
                .contains("la suite est entière");
        assertThat(count("select count(*) from note_decision")).isEqualTo(3);
        assertThat(thomas.post(place + "/withdrawal", Map.of()).status()).isEqualTo(422);
        assertThat(thomas.open("/liaison?show=to-sign").words()).contains("piscine");
    }

    @Test
    void after_the_day_nothing_is_answered_changed_or_taken_back() {
        var note = asked();
        answering(visitors.as("thomas.leroy"), note, "1").send();
        clock.moveBy(Duration.ofDays(3));
        var thomas = visitors.as("thomas.leroy", Profile.GUARDIAN);
        var place = place(thomas, note);
        assertThat(thomas.open(place).words()).contains("La date est passée");
        var late = thomas.post(place, Map.of("choice", "2"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.words()).contains("on ne peut plus répondre ni changer");
        assertThat(thomas.post(place + "/withdrawal", Map.of()).status()).isEqualTo(422);
        assertThat(count("select count(*) from note_decision")).isOne();
    }

    @Test
    void an_answer_asks_for_a_fresh_proof_of_who_one_is() {
        var note = asked();
        var thomas = visitors.as("thomas.leroy");
        var form = answering(thomas, note, "1");
        var place = place(thomas, note);
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(thomas.ask(place).location()).startsWith("/second-factor?then=");
        assertThat(form.sendOnly().location()).startsWith("/second-factor");
        assertThat(count("select count(*) from note_decision")).isZero();
    }

    @Test
    void what_is_missing_or_impossible_is_refused_with_words() {
        var note = asked();
        var thomas = visitors.as("thomas.leroy");
        var place = place(thomas, note);
        assertThat(thomas.post(place, Map.of()).words()).contains("Choisissez une réponse");
        assertThat(thomas.post(place, Map.of("choice", "4")).status()).isEqualTo(422);
        var bare = answering(thomas, note, "3").fill("condition", " ").send();
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.words()).contains("Écrivez votre condition");
        var long_ = answering(thomas, note, "3").fill("condition", "a".repeat(1_001)).send();
        assertThat(long_.page().select("#condition").text()).hasSize(1_001);
        var signed = thomas.post(note + "/signature", Map.of("child", place.replaceAll(".*/", "")));
        assertThat(signed.status()).isEqualTo(422);
        assertThat(signed.words()).contains("Cette demande attend une réponse");
        assertThat(visitors.as("amina.benali").ask(place).status()).isEqualTo(404);
        assertThat(visitors.as("amina.benali").post(place, Map.of("choice", "1")).status())
                .isEqualTo(404);
        assertThat(visitors.as("marc.olivet").post(place, Map.of("choice", "1")).status())
                .isEqualTo(404);
        assertThat(visitors.as("julien.pradal").ask(note + "/decisions").status()).isEqualTo(404);
        assertThat(count("select count(*) from note_decision")).isZero();
    }

    @Test
    void the_author_words_two_to_six_answers_of_her_own() {
        var helene = visitors.as("helene.costa");
        var refused = asking(helene, "Yanis Benali", "OWN").fill("own", "Car").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Écrivez de deux à 6 réponses");
        assertThat(refused.page().select("#own").text()).isEqualTo("Car");
        assertThat(asking(helene, "Yanis Benali", "OWN").fill("own", "Car\nCar").send().words())
                .contains("Deux réponses sont les mêmes");
        assertThat(asking(helene, "Yanis Benali", "YES_NO").fill("deadline", "").send().words())
                .contains("Une demande d’autorisation a une date");
        var note =
                asking(helene, "Yanis Benali", "OWN")
                        .fill("own", "En car\nÀ pied\n\n")
                        .send()
                        .path();
        var amina = visitors.as("amina.benali");
        assertThat(amina.open(place(amina, note)).page().select(".choice__title").eachText())
                .containsExactly("En car", "À pied");
        answering(amina, note, "2").send();
        assertThat(helene.open(note + "/decisions").words()).contains("En car 0 À pied 1");
    }

    @Test
    void karim_answers_on_paper_and_helene_notes_what_he_ticked() throws Exception {
        var helene = visitors.as("helene.costa");
        var note =
                asking(helene, "Yanis Benali", "YES_NO_CONDITIONS")
                        .fill("rule", "BOTH")
                        .send()
                        .path();
        var page = helene.open(note + "/coupons");
        var coupon = helene.form(page, note + "/coupons").fill("form", "FOUR").sendOnly();
        assertThat(Papers.words(coupon.bytes(), "coupon-request"))
                .contains("Oui, sous conditions", "Karim Benali : ma réponse");
        Papers.read(
                        helene.form(page, note + "/coupons")
                                .fill("form", "PAGE")
                                .sendOnly()
                                .bytes(),
                        "coupon-request-page")
                .close();
        var karim = Letters.valueOf(page, "Karim Benali");
        var form = helene.form(page, note + "/paper").add("to", karim);
        var refused = form.send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Choisissez une réponse");
        form.fill("choice", "1").send();
        assertThat(helene.open(note + "/decisions").words())
                .contains("Karim Benali Oui")
                .contains("Signé sur papier");
        var paper = helene.ask(receipt(helene.open(note + "/decisions")));
        assertThat(Papers.words(paper.bytes(), "receipt-paper"))
                .contains("lu sur papier par Hélène Costa", "le papier fait foi");
        helene.post(note + "/paper/removal", Map.of("to", karim));
        assertThat(helene.open(note + "/decisions").words())
                .contains("Sans réponse 1")
                .contains("la suite est entière");
        assertThat(count("select count(*) from note_decision")).isEqualTo(2);
    }

    @Test
    void corrected_words_are_answered_anew() throws Exception {
        var note = asked();
        var marc = visitors.as("marc.olivet");
        var thomas = visitors.as("thomas.leroy");
        var receipt = receipt(answering(thomas, note, "1").send());
        clock.moveBy(Duration.ofMinutes(1));
        marc.form(marc.open(note + "/correction"), note + "/correction")
                .fill("text", "À la mer.")
                .send();
        assertThat(marc.open(note + "/decisions").words()).contains("Sans réponse 1");
        assertThat(Papers.words(thomas.ask(receipt).bytes(), "receipt-corrected"))
                .contains("Le texte a été corrigé depuis cette réponse")
                .doesNotContain("À la mer");
    }

    @Test
    void a_sealed_answer_stays_as_it_was_given() throws Exception {
        var note = asked();
        var marc = visitors.as("marc.olivet");
        answering(visitors.as("thomas.leroy"), note, "1").send();
        answering(visitors.as("chloe.masson"), note, "2").send();
        assertThatThrownBy(() -> change("update note_decision set choice = 2"))
                .hasMessageContaining("stays as it was given");
        assertThatThrownBy(() -> change("delete from note_decision"))
                .hasMessageContaining("stays as it was given");
        change("alter table note_decision disable trigger note_decision_stays");
        try {
            change("update note_decision set content = replace(content, '1 Oui', '2 Non')");
            assertThat(marc.open(note + "/decisions").words())
                    .contains("La suite des sceaux est rompue");
            change(
                    "update note_decision set content = replace(content, '2 Non', '1 Oui') where id = 1");
            assertThat(marc.open(note + "/decisions").words()).contains("la suite est entière");
            change("delete from note_decision where id = 1");
            assertThat(marc.open(note + "/decisions").words())
                    .contains("La suite des sceaux est rompue");
        } finally {
            change("alter table note_decision enable trigger note_decision_stays");
        }
    }

    @Test
    void an_erased_person_leaves_a_seal_and_no_words() {
        var note = asked();
        answering(visitors.as("thomas.leroy"), note, "3")
                .fill("condition", "Avec une affiche fine.")
                .send();
        var thomas = count("select guardian_id from note_decision");
        erased.erase(new long[] {thomas}, new long[0]);
        assertThat(
                        count(
                                "select count(*) from note_decision where content is null and condition is null and signer not like '%Thomas%'"))
                .isOne();
        assertThat(visitors.as("marc.olivet").open(note + "/decisions").words())
                .contains("la suite est entière");
    }
}
