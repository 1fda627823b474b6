package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A code opens an account once, with a password of one's own. */
@School
class ActivationTest {
    private static final String KARIM = "karim.benali";
    private static final String WORDS = "cartable girafe onze";

    @Autowired Visitors visitors;
    @Autowired Accounts accounts;
    @Autowired ActivationCodes codes;
    @Autowired School.SettableClock clock;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private String codeOf(String login, String formKey) {
        var account = accounts.byLogin(login).orElseThrow().id();
        return codes.make(List.of(account), formKey).get(account).text();
    }

    private Visitor.Answer opens(Visitor visitor, String login, String code, String password) {
        return visitor.form(visitor.open("/activation"), "/activation")
                .fill("login", login)
                .fill("code", code)
                .fill("password", password)
                .send();
    }

    private Visitor.Answer opens(String login, String code, String password) {
        return opens(visitors.stranger(), login, code, password);
    }

    private Visitor.Answer signsIn(String login, String password) {
        var visitor = visitors.stranger();
        return visitor.form(visitor.open("/"), "/sign-in")
                .fill("login", login)
                .fill("password", password)
                .send();
    }

    @Test
    void karim_opens_his_account_then_reads_the_charter_then_is_at_home() {
        var karim = visitors.stranger();
        var charter = opens(karim, KARIM, codeOf(KARIM, "form"), WORDS);
        assertThat(charter.words()).contains("Charte d’utilisation");
        var home = karim.form(charter, "/charter").fill("agreed", "true").send();
        assertThat(home.words()).contains("Yanis").contains("Inès");
        assertThat(signsIn(KARIM, WORDS).words()).contains("Yanis");
    }

    @Test
    void a_code_is_copied_as_people_write_and_serves_once() {
        var code = codeOf(KARIM, "form");
        var written = " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ") + " ";
        assertThat(opens(" Karim.Benali ", written, WORDS).words()).contains("Charte");
        assertThat(opens(KARIM, code, "un autre mot de passe").status()).isEqualTo(422);
        assertThat(signsIn(KARIM, WORDS).status()).isEqualTo(200);
    }

    @Test
    void two_who_hold_the_same_paper_at_the_same_moment_are_one_in() throws Exception {
        var code = codeOf(KARIM, "form");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> opening = () -> opens(KARIM, code, WORDS).status();
            var statuses =
                    both.invokeAll(List.of(opening, opening)).stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void a_code_ends_with_its_date_and_with_the_next_one() {
        var first = codeOf(KARIM, "form");
        var second = codeOf(KARIM, "another form");
        assertThat(opens(KARIM, first, WORDS).status()).isEqualTo(422);
        clock.moveBy(Duration.ofDays(91));
        assertThat(opens(KARIM, second, WORDS).status()).isEqualTo(422);
        assertThat(opens(KARIM, codeOf(KARIM, "a third"), WORDS).status()).isEqualTo(200);
    }

    @Test
    void the_same_form_gives_the_same_code_and_brings_back_none_that_was_used() {
        var code = codeOf(KARIM, "form");
        assertThat(codeOf(KARIM, "form")).isEqualTo(code);
        opens(KARIM, code, WORDS);
        assertThat(codeOf(KARIM, "form")).isEqualTo(code);
        assertThat(opens(KARIM, code, "un autre mot de passe").status()).isEqualTo(422);
    }

    @Test
    void whoever_opens_with_a_wrong_code_learns_nothing_and_keeps_what_was_typed() {
        codeOf(KARIM, "form");
        var wrong = opens(KARIM, "K7M4P-2WQ9X", "court");
        var unknown = opens("nobody.atall", "K7M4P-2WQ9X", "court");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary").text())
                .isEqualTo(unknown.page().select(".error-summary").text())
                .contains("ne vont pas ensemble");
        assertThat(wrong.page().select("#login").val()).isEqualTo(KARIM);
        assertThat(wrong.page().select("#code").val()).isEqualTo("K7M4P-2WQ9X");
        assertThat(wrong.page().select("#password").val()).isEmpty();
    }

    @Test
    void a_code_of_another_does_not_open() {
        assertThat(opens(KARIM, codeOf("thomas.leroy", "form"), WORDS).status()).isEqualTo(422);
    }

    @Test
    void a_poor_password_is_refused_with_its_reason_and_the_code_stays() {
        var code = codeOf(KARIM, "form");
        assertThat(opens(KARIM, code, "court").words()).contains("au moins 12 caractères");
        assertThat(opens(KARIM, code, "karimbenali2").words()).contains("se devine trop vite");
        assertThat(opens(KARIM, code, WORDS).words()).contains("Charte");
    }

    @Test
    void guessing_codes_makes_the_account_wait_like_guessing_passwords() {
        var code = codeOf(KARIM, "form");
        for (var n = 0; n < 5; n++) opens(KARIM, "22222-2222" + (n + 2), WORDS);
        assertThat(opens(KARIM, code, WORDS).status()).isEqualTo(422);
        clock.moveBy(Duration.ofHours(2));
        assertThat(opens(KARIM, code, WORDS).status()).isEqualTo(200);
    }

    @Test
    void a_new_password_ends_every_session_and_the_one_before_is_refused() {
        var amina = visitors.as("amina.benali");
        assertThat(opens("amina.benali", codeOf("amina.benali", "form"), WORDS).status())
                .isEqualTo(200);
        var again = codeOf("amina.benali", "next form");
        assertThat(opens("amina.benali", again, WORDS).words()).contains("a déjà été le vôtre");
        clock.moveBy(Duration.ofSeconds(5));
        assertThat(amina.ask("/").location()).isEqualTo("/sign-in");
        assertThat(signsIn("amina.benali", "preau-demo-2024").status()).isEqualTo(422);
    }

    @Test
    void a_renewed_password_does_not_replace_the_second_factor() {
        var marc = visitors.stranger();
        opens(marc, "marc.olivet", codeOf("marc.olivet", "form"), WORDS);
        assertThat(marc.ask("/").location()).isEqualTo("/second-factor");
    }

    private Visitor.Answer secondFactorOfMarc(String code) {
        var marc = visitors.stranger();
        var asked =
                marc.form(marc.open("/"), "/sign-in")
                        .fill("login", "marc.olivet")
                        .fill("password", "preau-demo-2024")
                        .send();
        return marc.form(asked, "/second-factor").fill("code", code).send();
    }

    private String phoneOfMarc() {
        var secret = accounts.byLogin("marc.olivet").orElseThrow().totpSecret();
        return Totp.code(Objects.requireNonNull(secret), clock.instant());
    }

    @Test
    void codes_that_a_stranger_types_keep_nobody_from_their_second_factor() {
        for (var n = 0; n < 6; n++) opens("marc.olivet", "22222-2222" + (n + 2), WORDS);
        codeOf("marc.olivet", "form");
        for (var n = 0; n < 6; n++) opens("marc.olivet", "22222-2222" + (n + 2), WORDS);
        assertThat(secondFactorOfMarc(phoneOfMarc()).status()).isEqualTo(200);
    }

    @Test
    void a_right_code_washes_away_no_wrong_one_of_the_telephone() {
        for (var n = 0; n < 4; n++) secondFactorOfMarc("00000" + n);
        assertThat(opens("marc.olivet", codeOf("marc.olivet", "form"), "court").words())
                .as("the premise: the code is right and stays")
                .contains("au moins 12 caractères");
        secondFactorOfMarc("000004");
        assertThat(secondFactorOfMarc(phoneOfMarc()).words()).contains("Trop d’essais");
    }

    @Test
    void the_next_code_is_tried_as_often_as_the_first() {
        codeOf(KARIM, "form");
        for (var n = 0; n < 6; n++) opens(KARIM, "22222-2222" + (n + 2), WORDS);
        assertThat(opens(KARIM, codeOf(KARIM, "next form"), WORDS).words()).contains("Charte");
    }

    @Test
    void a_code_for_an_account_in_use_is_worth_a_week() {
        var code = codeOf("amina.benali", "form");
        clock.moveBy(Duration.ofDays(8));
        assertThat(opens("amina.benali", code, WORDS).status()).isEqualTo(422);
    }

    @Test
    void codes_are_kept_so_that_the_table_alone_tells_none() {
        var code = codeOf(KARIM, "form");
        var kept =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql("select encode(code_hmac, 'escape') from activation_code")
                                        .query(String.class)
                                        .list());
        assertThat(kept).hasSize(1).noneMatch(text -> text.contains(code.substring(0, 5)));
    }
}
