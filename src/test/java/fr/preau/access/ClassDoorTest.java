package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The class arrives: one QR, the tablets of the class, a face and four pictures. */
@School
class ClassDoorTest {
    private static final List<String> RIGHT = List.of("cat", "sun", "boat", "apple");
    private static final List<String> WRONG = List.of("cat", "sun", "boat", "moon");

    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    private String arrival;
    private String yanis;
    private String jade;

    @BeforeEach
    void find_the_class() throws SQLException {
        arrival =
                visitors.as("helene.costa")
                        .open("/pupils")
                        .page()
                        .select("a[href$=/arrival]")
                        .attr("href");
        yanis =
                one(
                        "select person_id from account_person join account a on a.id = account_id where a.login = 'yanis.benali'");
        jade =
                one(
                        "select person_id from account_person join account a on a.id = account_id where a.login = 'jade.leroy'");
    }

    private String one(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var rows = all.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getString(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the QR of the class says, after the teacher has shown it. */
    private String qr(String login) {
        var teacher = visitors.as(login);
        var path = teacher.open("/pupils").page().select("a[href$=/arrival]").attr("href");
        var shown = teacher.form(teacher.open(path), path).send();
        var address = shown.page().select(".arrival__qr").attr("href");
        return address.substring(address.indexOf("/class/"));
    }

    private Visitor tablet(String qr) {
        var tablet = visitors.stranger();
        var faces = tablet.form(tablet.open(qr), qr).send();
        assertThat(faces.path()).isEqualTo("/class");
        return tablet;
    }

    private Visitor tablet() {
        return tablet(qr("helene.costa"));
    }

    private static Visitor.Answer touch(Visitor tablet, String child, List<String> pictures) {
        var path = "/class/" + child;
        var answer = tablet.open(path);
        for (var picture : pictures)
            answer = tablet.form(answer, path).add("picture", picture).send();
        return answer;
    }

    @Test
    void yanis_touches_his_face_and_his_four_pictures() {
        var tablet = tablet();
        var faces = tablet.open("/");
        assertThat(faces.path()).as("a tablet of the class opens on the faces").isEqualTo("/class");
        assertThat(faces.page().select(".face:contains(Yanis)").attr("href"))
                .isEqualTo("/class/" + yanis);
        var charter = touch(tablet, yanis, RIGHT);
        assertThat(charter.words()).contains("Je garde mes images secrètes.");
        var home = tablet.form(charter, "/charter").send();
        assertThat(home.words()).contains("Yanis");

        var teacher = visitors.as("helene.costa").open(arrival);
        assertThat(teacher.page().select(".arrival__count dd").eachText())
                .element(0)
                .isEqualTo("1");
        assertThat(teacher.page().select(".arrival__count dd").get(1).text()).startsWith("1 / ");

        tablet.post("/sign-out", Map.of());
        assertThat(tablet.open("/").path()).as("back to the faces").isEqualTo("/class");
    }

    @Test
    void ten_minutes_without_a_touch_lead_back_to_the_faces() {
        var tablet = tablet();
        var charter = touch(tablet, yanis, RIGHT);
        tablet.form(charter, "/charter").send();
        assertThat(tablet.open("/").path()).isEqualTo("/");
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(tablet.open("/").path()).isEqualTo("/class");
    }

    @Test
    void adults_still_find_their_door_on_a_tablet() {
        var tablet = tablet();
        var door = tablet.open("/class").page().select(".class-door__foot a").attr("href");
        assertThat(tablet.open(door).page().select("#password")).hasSize(1);
    }

    @Test
    void looking_at_the_qr_pairs_nothing() {
        var qr = qr("helene.costa");
        var visitor = visitors.stranger();
        assertThat(visitor.open(qr).status()).isEqualTo(200);
        assertThat(visitor.open("/class").path()).isEqualTo("/sign-in");
    }

    @Test
    void a_qr_of_ten_minutes_ago_opens_nothing() {
        var qr = qr("helene.costa");
        clock.moveBy(Duration.ofMinutes(9));
        tablet(qr);
        clock.moveBy(Duration.ofMinutes(2));
        var late = visitors.stranger();
        assertThat(late.open(qr).status()).isEqualTo(404);
        assertThat(late.post(qr, Map.of()).status()).isEqualTo(404);
        assertThat(late.open("/class").path()).isEqualTo("/sign-in");
    }

    @Test
    void a_new_qr_ends_the_one_before() {
        var first = qr("helene.costa");
        var second = qr("helene.costa");
        assertThat(visitors.stranger().open(first).status()).isEqualTo(404);
        tablet(second);
    }

    @Test
    void an_invented_qr_is_a_closed_door() {
        var answer = visitors.stranger().open("/class/arrivals/nobody");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.words()).contains("La porte de la classe est fermée");
    }

    @Test
    void a_tablet_shows_its_own_class_and_no_other() {
        var kergomard = tablet(qr("lucie.barthes"));
        assertThat(kergomard.open("/class").words()).contains("Inès").doesNotContain("Yanis");
        assertThat(kergomard.open("/class/" + yanis).path()).isEqualTo("/class");
        assertThat(
                        kergomard
                                .post(
                                        "/class/"
                                                + yanis
                                                + "?picture=cat&picture=sun&picture=boat&picture=apple",
                                        Map.of())
                                .location())
                .isEqualTo("/class");
        assertThat(kergomard.cookie("preau")).isNull();
        assertThat(touch(tablet(), yanis, RIGHT).words()).contains("Je garde mes images secrètes.");
    }

    @Test
    void the_pictures_alone_open_nothing() {
        var stranger = visitors.stranger();
        assertThat(stranger.open("/class").path()).isEqualTo("/sign-in");
        assertThat(stranger.open("/class/" + yanis).path()).isEqualTo("/sign-in");
        var answer =
                stranger.post(
                        "/class/" + yanis + "?picture=cat&picture=sun&picture=boat&picture=apple",
                        Map.of());
        assertThat(answer.location()).isEqualTo("/sign-in");
        assertThat(stranger.cookie("preau")).isNull();
        stranger.cookie("preau-class", "invented");
        assertThat(stranger.open("/class/" + yanis).path()).isEqualTo("/sign-in");
    }

    @Test
    void a_tablet_taken_back_ends_with_the_session_on_it() {
        var tablet = tablet();
        tablet.form(touch(tablet, yanis, RIGHT), "/charter").send();
        assertThat(tablet.open("/").path()).isEqualTo("/");
        var helene = visitors.as("helene.costa");
        var page = helene.open(arrival);
        var revocation =
                page.page().select("form[action*=/tablets/][action$=/revocation]").stream()
                        .map(form -> form.attr("action"))
                        .filter(action -> action.matches(".*/tablets/\\d+/revocation"))
                        .findFirst()
                        .orElseThrow();
        assertThat(helene.form(page, revocation).send().words())
                .contains("La tablette n’ouvre plus la classe.");
        assertThat(tablet.open("/").path()).isEqualTo("/sign-in");
        assertThat(tablet.open("/class").path()).isEqualTo("/sign-in");
    }

    @Test
    void all_tablets_are_taken_back_at_once_and_the_qr_with_them() {
        var qr = qr("helene.costa");
        var tablets = List.of(tablet(qr), tablet(qr), tablet(qr));
        var helene = visitors.as("helene.costa");
        var page = helene.open(arrival);
        assertThat(page.words()).contains("Retirer les 3 tablettes");
        helene.form(page, arrival.replace("/arrival", "/tablets/revocation")).send();
        for (var tablet : tablets) assertThat(tablet.open("/class").path()).isEqualTo("/sign-in");
        assertThat(visitors.stranger().open(qr).status()).isEqualTo(404);
    }

    @Test
    void a_tablet_has_a_name_that_the_teacher_changes() {
        tablet();
        var helene = visitors.as("helene.costa");
        var page = helene.open(arrival);
        var input = page.page().select("input[name=label]").first();
        assertThat(input.val()).isEqualTo("Tablette 1");
        var action = input.closest("form").attr("action");
        helene.form(page, action).fill("label", "Coin lecture").send();
        assertThat(helene.open(arrival).page().select("input[name=label]").val())
                .isEqualTo("Coin lecture");
    }

    @Test
    void a_tablet_ends_with_the_school_year() {
        var tablet = tablet();
        clock.moveBy(Duration.ofDays(350));
        assertThat(tablet.open("/class").path()).as("26 August").isEqualTo("/class");
        clock.moveBy(Duration.ofDays(10));
        assertThat(tablet.open("/class").path()).as("5 September").isEqualTo("/sign-in");
    }

    @Test
    void a_child_who_has_left_the_class_is_no_longer_among_the_faces() throws SQLException {
        var tablet = tablet();
        assertThat(tablet.open("/class").words()).contains("Yanis");
        change("delete from class_enrolment where pupil_id = " + yanis);
        assertThat(tablet.open("/class").words()).doesNotContain("Yanis");
        assertThat(tablet.open("/class/" + yanis).path()).isEqualTo("/class");
    }

    @Test
    void three_failures_block_that_child_only_until_the_teacher_unblocks() throws SQLException {
        change(
                "update account set picture_hash = (select picture_hash from account where login = 'yanis.benali') where login = 'jade.leroy'");
        var tablet = tablet();
        for (int i = 0; i < 3; i++) touch(tablet, yanis, WRONG);
        assertThat(tablet.open("/class/" + yanis).words())
                .contains("Demande à ta maîtresse ou à ton maître.");
        assertThat(
                        tablet.post(
                                        "/class/"
                                                + yanis
                                                + "?picture=cat&picture=sun&picture=boat&picture=apple",
                                        Map.of())
                                .status())
                .isEqualTo(422);
        assertThat(tablet.open("/class").status()).as("the others still enter").isEqualTo(200);
        assertThat(one("select count(*) from account where picture_blocked_at is not null"))
                .isEqualTo("1");
        var helene = visitors.as("helene.costa");
        helene.form(helene.open("/pupils"), "/pupils/" + yanis + "/unblocking").send();
        assertThat(touch(tablet, yanis, RIGHT).words()).contains("Je garde mes images secrètes.");
    }

    @Test
    void a_child_without_pictures_is_sent_to_the_teacher() throws SQLException {
        change("update account set picture_hash = null where login = 'yanis.benali'");
        assertThat(tablet().open("/class/" + yanis).words())
                .contains("Demande à ta maîtresse ou à ton maître.");
    }

    @Test
    void the_teacher_of_another_class_opens_no_door_here() {
        assertThat(visitors.as("helene.costa").open(arrival).status()).isEqualTo(200);
        var julien = visitors.as("julien.pradal");
        assertThat(julien.open(arrival).status()).isEqualTo(404);
        assertThat(julien.post(arrival, Map.of()).status()).isEqualTo(404);
        assertThat(julien.ask(arrival + "/live").status()).isEqualTo(404);
        tablet();
        for (var path : List.of("/tablets/1", "/tablets/1/revocation", "/tablets/revocation"))
            assertThat(
                            julien.post(arrival.replace("/arrival", path), Map.of("label", "x"))
                                    .status())
                    .as(path)
                    .isEqualTo(404);
    }

    @Test
    void letting_tablets_in_and_unblocking_ask_for_a_fresh_proof() {
        var helene = visitors.as("helene.costa");
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(helene.ask(arrival).location()).startsWith("/second-factor");
        assertThat(helene.post("/pupils/" + yanis + "/unblocking", Map.of()).location())
                .startsWith("/second-factor");
    }

    @Test
    void pictures_kept_by_an_earlier_version_still_open_and_are_kept_anew() throws SQLException {
        var argon =
                new org.springframework.security.crypto.argon2.Argon2PasswordEncoder(
                                16, 32, 1, 19 * 1024, 2)
                        .encode("cat sun boat apple");
        change("update account set picture_hash = '" + argon + "' where login = 'yanis.benali'");
        var tablet = tablet();
        assertThat(touch(tablet, yanis, WRONG).words()).contains("Essaie encore");
        assertThat(touch(tablet, yanis, RIGHT).words()).contains("Je garde mes images secrètes.");
        var kept = one("select picture_hash from account where login = 'yanis.benali'");
        assertThat(kept).startsWith("hmac:");
        assertThat(touch(tablet(), yanis, RIGHT).words()).contains("Je garde mes images secrètes.");
        assertThat(one("select picture_hash from account where login = 'yanis.benali'"))
                .isEqualTo(kept);
    }

    @Test
    void a_code_copied_to_another_account_opens_nothing() throws SQLException {
        change(
                "update account set picture_hash = (select picture_hash from account where login = 'yanis.benali') where login = 'ines.benali'");
        var ines =
                one(
                        "select person_id from account_person join account a on a.id = account_id where a.login = 'ines.benali'");
        assertThat(touch(tablet(qr("lucie.barthes")), ines, RIGHT).words())
                .contains("Essaie encore");
        assertThat(jade).isNotEqualTo(ines);
    }

    @Test
    void a_lost_card_is_replaced_or_ended_at_once() {
        var card = "/cards/carte-de-yanis-benali-demo";
        var helene = visitors.as("helene.costa");
        var action = "/pupils/" + yanis + "/card";
        assertThat(visitors.stranger().open(card).status()).isEqualTo(200);
        var made = helene.form(helene.open(action), action).send();
        assertThat(visitors.stranger().open(card).status()).isEqualTo(404);
        var address = made.page().select(".card a").attr("href");
        var fresh = address.substring(address.indexOf("/cards/"));
        assertThat(visitors.stranger().open(fresh).status()).isEqualTo(200);
        helene.form(helene.open(action), action + "/revocation").send();
        assertThat(visitors.stranger().open(fresh).status()).isEqualTo(404);
        assertThat(visitors.as("julien.pradal").open(action).status()).isEqualTo(404);
    }

    @Test
    void the_school_chooses_until_when_a_card_is_worth_something() {
        var helene = visitors.as("helene.costa");
        var action = "/pupils/" + yanis + "/card";
        for (var wrong : List.of("2024-09-09", "2025-09-01", "soon"))
            assertThat(
                            helene.form(helene.open(action), action)
                                    .fill("until", wrong)
                                    .send()
                                    .status())
                    .as(wrong)
                    .isEqualTo(422);
        var made = helene.form(helene.open(action), action).fill("until", "2024-09-20").send();
        var address = made.page().select(".card a").attr("href");
        var fresh = address.substring(address.indexOf("/cards/"));
        clock.moveBy(Duration.ofDays(10));
        assertThat(visitors.stranger().open(fresh).status()).as("20 September").isEqualTo(200);
        clock.moveBy(Duration.ofDays(1));
        assertThat(visitors.stranger().open(fresh).status()).as("21 September").isEqualTo(404);
    }

    @Test
    void all_cards_of_a_class_end_at_once() {
        var helene = visitors.as("helene.costa");
        var path = helene.open("/pupils").page().select("a[href^=/pupils/cards/]").attr("href");
        helene.form(helene.open(path), path + "/revocation").send();
        assertThat(visitors.stranger().open("/cards/carte-de-yanis-benali-demo").status())
                .isEqualTo(404);
        assertThat(visitors.stranger().open("/cards/carte-de-ines-benali-demo").status())
                .as("another class")
                .isEqualTo(200);
    }

    @Test
    void the_poster_holds_no_secret() {
        var poster = visitors.as("helene.costa").open("/pupils/poster");
        assertThat(poster.words()).contains("J’entre dans ma classe");
        assertThat(poster.page().select(".poster a, .poster path")).isEmpty();
        assertThat(poster.body()).doesNotContain("/cards/").doesNotContain("/class/arrivals/");
    }
}
