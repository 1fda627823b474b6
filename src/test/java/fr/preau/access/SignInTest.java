package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class SignInTest {
    @Autowired Visitors visitors;
    @Autowired Accounts accounts;
    @Autowired School.SettableClock clock;

    private Visitor.Answer signIn(Visitor visitor, String login, String password) {
        return visitor.form(visitor.open("/"), "/sign-in")
                .fill("login", login)
                .fill("password", password)
                .send();
    }

    private Visitor.Answer acceptCharter(Visitor visitor, Visitor.Answer charter) {
        return visitor.form(charter, "/charter").fill("agreed", "true").send();
    }

    @Test
    void a_stranger_is_led_to_the_door_and_back_to_where_they_were_going() {
        var visitor = visitors.stranger();
        var door = visitor.open("/notifications");
        assertThat(door.words()).contains("Se connecter");
        var charter =
                visitor.form(door, "/sign-in")
                        .fill("login", "amina.benali")
                        .fill("password", "preau-demo-2024")
                        .send();
        assertThat(charter.words()).contains("Charte d’utilisation");
    }

    @Test
    void the_charter_comes_before_anything_else_and_once() {
        var visitor = visitors.stranger();
        var charter = signIn(visitor, "amina.benali", "preau-demo-2024");
        assertThat(visitor.ask("/notifications").location()).isEqualTo("/charter");
        assertThat(visitor.form(charter, "/charter").send().status()).isEqualTo(422);
        assertThat(acceptCharter(visitor, charter).words()).contains("Yanis").contains("Inès");
        assertThat(signIn(visitors.stranger(), "amina.benali", "preau-demo-2024").words())
                .doesNotContain("Charte d’utilisation");
    }

    @Test
    void a_wrong_password_and_an_unknown_login_get_the_same_words() {
        var wrong = signIn(visitors.stranger(), "amina.benali", "oops");
        var unknown = signIn(visitors.stranger(), "nobody.atall", "oops");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary").text())
                .isEqualTo(unknown.page().select(".error-summary").text());
        assertThat(wrong.page().select("#login").val()).isEqualTo("amina.benali");
    }

    @Test
    void after_five_failures_even_the_right_password_waits() {
        for (int i = 0; i < 5; i++) signIn(visitors.stranger(), "amina.benali", "oops");
        assertThat(signIn(visitors.stranger(), "amina.benali", "preau-demo-2024").status())
                .isEqualTo(422);
        clock.moveBy(Duration.ofSeconds(31));
        assertThat(signIn(visitors.stranger(), "amina.benali", "preau-demo-2024").status())
                .isEqualTo(200);
    }

    @Test
    void an_account_that_was_never_activated_has_no_password_to_guess() {
        assertThat(signIn(visitors.stranger(), "karim.benali", "preau-demo-2024").status())
                .isEqualTo(422);
    }

    @Test
    void somebody_with_rights_over_others_gives_a_second_factor_before_the_charter() {
        var visitor = visitors.stranger();
        var code = signIn(visitor, "marc.olivet", "preau-demo-2024");
        assertThat(code.words()).contains("Code à 6 chiffres");
        assertThat(visitor.ask("/").location()).isEqualTo("/second-factor");
        var form = visitor.form(code, "/second-factor");
        assertThat(form.value("code")).as("filled in by the demo").matches("\\d{6}");
        assertThat(form.send().words()).contains("Charte d’utilisation");
    }

    @Test
    void a_code_is_accepted_once() {
        var first = visitors.stranger();
        first.form(signIn(first, "marc.olivet", "preau-demo-2024"), "/second-factor").send();
        var second = visitors.stranger();
        var again =
                second.form(signIn(second, "marc.olivet", "preau-demo-2024"), "/second-factor")
                        .send();
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.words()).contains("Ce code a déjà servi");
    }

    @Test
    void the_session_changes_at_sign_in_and_its_cookie_is_shut() {
        var visitor = visitors.stranger();
        visitor.cookie("preau", "planted");
        var door = visitor.open("/sign-in");
        var answer =
                visitor.form(door, "/sign-in")
                        .fill("login", "amina.benali")
                        .fill("password", "preau-demo-2024")
                        .sendOnly();
        assertThat(visitor.cookie("preau")).isNotEqualTo("planted");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(c ->
                        c.startsWith("preau=")
                                && c.contains("HttpOnly")
                                && c.contains("SameSite=Lax"));
    }

    @Test
    void signing_out_everywhere_ends_the_other_devices_too() {
        var phone = visitors.as("amina.benali");
        var computer = visitors.stranger();
        signIn(computer, "amina.benali", "preau-demo-2024");
        assertThat(phone.ask("/").status()).isEqualTo(200);
        computer.form(computer.open("/"), "/sign-out").fill("everywhere", "true").send();
        assertThat(phone.ask("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void an_idle_session_ends_after_half_an_hour() {
        var amina = visitors.as("amina.benali");
        assertThat(amina.ask("/").status()).isEqualTo(200);
        clock.moveBy(Duration.ofMinutes(31));
        assertThat(amina.ask("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void a_form_without_our_token_is_refused() {
        var amina = visitors.as("amina.benali");
        var forged = amina.ask("POST", "/sign-out", "everywhere=true");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(amina.ask("/").status()).isEqualTo(200);
    }

    @Test
    void whoever_says_who_they_are_is_told_how_to_enter_and_keeps_their_way() {
        var visitor = visitors.stranger();
        var door = visitor.open("/sign-in?then=/notifications");
        var family = visitor.open(door.page().select("a.filter:contains(Famille)").attr("href"));
        assertThat(family.words()).contains("identifiant donné par l’école");
        assertThat(family.page().select("a[aria-current]").text()).isEqualTo("Famille");
        var wrong =
                visitor.form(family, "/sign-in").fill("login", "x").fill("password", "y").send();
        assertThat(wrong.page().select("a[aria-current]").text()).isEqualTo("Famille");
        assertThat(wrong.page().select("input[name=then]").val()).isEqualTo("/notifications");
    }

    @Test
    void the_way_back_never_leads_to_another_site() {
        for (var evil :
                new String[] {
                    "//evil.example",
                    "https://evil.example",
                    "/\\evil.example",
                    "/%0d%0aSet-Cookie:x=1"
                }) {
            assertThat(LocalPath.of(evil)).as(evil).isEqualTo("/");
        }
        assertThat(LocalPath.of("/liaison/12")).isEqualTo("/liaison/12");
        var door = "/cas/login?service=https%3A%2F%2Fservice.example%2F";
        assertThat(LocalPath.of(door)).isEqualTo(door);
    }

    @Test
    void helene_lands_as_a_teacher_and_becomes_a_mother_in_one_click() {
        var helene = visitors.as("helene.costa");
        var home = helene.open("/");
        assertThat(home.words()).contains("CP A");
        var mother = helene.form(home, "/hat");
        var parent = home.page().select("form[action=/hat]:has(button[value=GUARDIAN])").first();
        var answer =
                mother.fill("person", parent.select("input[name=person]").val())
                        .fill("profile", "GUARDIAN")
                        .send();
        assertThat(answer.words()).contains("Tom").contains("Parent");
    }

    @Test
    void nobody_wears_a_hat_that_is_not_theirs() {
        var helene = visitors.as("helene.costa");
        var form = helene.form(helene.open("/"), "/hat");
        assertThat(form.fill("person", "1").fill("profile", "SUPERVISION").send().status())
                .isEqualTo(404);
    }

    @Test
    void twelve_wrong_passwords_at_the_same_moment_are_five_tries() throws Exception {
        var visitor = visitors.stranger();
        visitor.open("/sign-in");
        try (var guessers = java.util.concurrent.Executors.newFixedThreadPool(12)) {
            var guess =
                    (java.util.concurrent.Callable<Visitor.Answer>)
                            () ->
                                    visitor.post(
                                            "/sign-in",
                                            java.util.Map.of(
                                                    "login", "amina.benali", "password", "oops"));
            for (var answer : guessers.invokeAll(java.util.Collections.nCopies(12, guess)))
                answer.get();
        }
        assertThat(failuresOf("amina.benali")).isEqualTo(5);
    }

    @Test
    void the_right_password_does_not_wash_away_wrong_codes() {
        for (int i = 0; i < 2; i++) {
            var thief = visitors.stranger();
            var code = signIn(thief, "marc.olivet", "preau-demo-2024");
            for (int n = 0; n < 4; n++)
                code = thief.form(code, "/second-factor").fill("code", "000000").send();
        }
        assertThat(wrongCodesOf("marc.olivet")).isEqualTo(5);
        var marc = visitors.stranger();
        var code = signIn(marc, "marc.olivet", "preau-demo-2024");
        assertThat(marc.form(code, "/second-factor").send().status()).as("waits").isEqualTo(422);
        clock.moveBy(Duration.ofSeconds(31));
        code = marc.open("/second-factor");
        assertThat(marc.form(code, "/second-factor").send().words()).contains("Charte");
        assertThat(wrongCodesOf("marc.olivet")).isZero();
    }

    @Test
    void an_odd_character_in_a_login_is_a_wrong_login() {
        assertThat(signIn(visitors.stranger(), "amina\0.x", "oops").status()).isEqualTo(422);
    }

    private int wrongCodesOf(String login) {
        return accounts.byLogin(login).orElseThrow().codeFailures();
    }

    private int failuresOf(String login) {
        return accounts.byLogin(login).orElseThrow().failures();
    }
}
