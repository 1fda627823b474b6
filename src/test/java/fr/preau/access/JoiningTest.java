package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Julien teaches; let us say that Thomas, a father, is the same man: he joins his two accounts. */
@School
class JoiningTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Accounts accounts;
    @Autowired Hats hats;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private long account(String login) {
        return accounts.byLogin(login).orElseThrow().id();
    }

    private Visitor.Answer proves(Visitor who, String login, String password) {
        return who.form(who.open("/security/joining"), "/security/joining")
                .fill("login", login)
                .fill("password", password)
                .send();
    }

    private Visitor.Answer proves(Visitor who, String login) {
        return proves(who, login, "preau-demo-2024");
    }

    private Visitor.Answer confirms(Visitor who, Visitor.Answer page) {
        return who.form(page, "/security/joining/confirmation").send();
    }

    private Visitor.Answer signsIn(String login) {
        var visitor = visitors.stranger();
        return visitor.form(visitor.open("/sign-in"), "/sign-in")
                .fill("login", login)
                .fill("password", "preau-demo-2024")
                .send();
    }

    @Test
    void both_proved_the_two_accounts_are_one_with_both_roles() {
        var julien = visitors.as("julien.pradal");
        var page = proves(julien, "thomas.leroy");
        assertThat(page.words()).contains("Thomas Leroy").contains("Julien Pradal");
        var cookie = julien.cookie("preau");
        assertThat(confirms(julien, page).words()).contains("n’en font plus qu’un");
        assertThat(hats.of(account("julien.pradal")))
                .extracting(Hats.Hat::profile)
                .containsExactly(Profile.TEACHER, Profile.GUARDIAN);
        assertThat(julien.open("/").page().select("form[action='/hat']")).isNotEmpty();
        assertThat(julien.cookie("preau")).isNotEqualTo(cookie);
        assertThat(julien.open("/notifications").words()).contains("réuni au vôtre");
        assertThat(signsIn("thomas.leroy").status()).isEqualTo(422);
        assertThat(signsIn("julien.pradal").status()).isEqualTo(200);
    }

    @Test
    void nothing_happens_before_it_is_confirmed_and_the_page_says_what_will() {
        var julien = visitors.as("julien.pradal");
        assertThat(julien.open("/security/joining").words())
                .contains("Ce qui va se passer")
                .contains("Cela ne se défait pas");
        proves(julien, "thomas.leroy");
        assertThat(hats.of(account("julien.pradal"))).hasSize(1);
        assertThat(signsIn("thomas.leroy").status()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_told_alike() {
        var julien = visitors.as("julien.pradal");
        var wrong = proves(julien, "thomas.leroy", "not his");
        var unknown = proves(julien, "nobody.atall", "not his");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(unknown.words().replace("nobody.atall", ""))
                .isEqualTo(wrong.words().replace("thomas.leroy", ""));
        assertThat(julien.ask("/security/joining/confirmation").location())
                .isEqualTo("/security/joining");
    }

    @Test
    void the_second_factor_of_the_other_account_is_asked_for_and_stays() {
        var julien = visitors.as("julien.pradal");
        var secret = accounts.byLogin("bruno.astruc").orElseThrow().totpSecret();
        assertThat(secret).isNull();
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("update account set totp_secret = :s where login = 'bruno.astruc'")
                                .param("s", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
                                .update());
        var page = proves(julien, "bruno.astruc");
        assertThat(page.page().select("#code")).isNotEmpty();
        assertThat(confirms(julien, page).words()).contains("Ce code ne va pas");
        var code = Totp.code("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", clock.instant());
        var done =
                julien.form(page, "/security/joining/confirmation").fill("code", code).sendOnly();
        assertThat(done.location()).isEqualTo("/security");
        assertThat(accounts.byLogin("julien.pradal").orElseThrow().totpSecret()).isNotNull();
    }

    @Test
    void minutes_later_the_proof_is_worth_nothing() {
        var julien = visitors.as("julien.pradal");
        var page = proves(julien, "thomas.leroy");
        clock.moveBy(Duration.ofMinutes(11));
        confirms(julien, page);
        assertThat(hats.of(account("julien.pradal"))).hasSize(1);
    }

    @Test
    void a_proof_in_another_browser_is_worth_nothing() {
        var julien = visitors.as("julien.pradal");
        proves(julien, "thomas.leroy");
        var elsewhere = visitors.as("julien.pradal", Profile.TEACHER);
        assertThat(elsewhere.ask("/security/joining/confirmation").location())
                .isEqualTo("/security/joining");
    }

    @Test
    void two_parents_of_one_child_are_two_people() {
        var thomas = visitors.as("thomas.leroy");
        assertThat(proves(thomas, "chloe.masson").words()).contains("ce sont deux personnes");
    }

    @Test
    void a_child_keeps_an_account_of_their_own() {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update account set state = 'ACTIVE', password_hash = (select password_hash from account where login = 'thomas.leroy') where login = 'jade.leroy'
                                        """)
                                .update());
        var thomas = visitors.as("thomas.leroy");
        assertThat(proves(thomas, "jade.leroy").words()).contains("Le compte d’un enfant");
        assertThat(visitors.as("jade.leroy").ask("/security/joining").status()).isEqualTo(404);
    }

    @Test
    void an_account_that_a_school_has_blocked_joins_nothing() {
        var marc = visitors.as("marc.olivet");
        var form = marc.open("/blocking");
        var place =
                form.page().select("a[href*=GUARDIAN]").stream()
                        .map(a -> a.attr("href"))
                        .findFirst()
                        .orElseThrow();
        var page = marc.open(place);
        var thomas = page.page().select("label:contains(Thomas) input").attr("value");
        var action = page.page().select("form[action^=/blocking/]").attr("action");
        marc.form(page, action).fill("reason", "Attente").fill("person", thomas).send();
        var julien = visitors.as("julien.pradal");
        assertThat(proves(julien, "thomas.leroy").words()).contains("bloqué par une école");
    }

    @Test
    void the_same_account_twice_is_nothing_to_join() {
        var julien = visitors.as("julien.pradal");
        assertThat(proves(julien, "julien.pradal").words()).contains("vous êtes déjà");
    }

    @Test
    void the_other_account_is_proved_by_its_own_door() {
        var julien = visitors.as("julien.pradal");
        var link =
                julien.open("/security/joining").page().select("a[href*=educonnect]").attr("href");
        var there = julien.ask(julien.ask(link).location().substring(visitors.address().length()));
        var form =
                there.page().select("form").stream()
                        .filter(f -> f.text().contains("Amina Benali"))
                        .findFirst()
                        .orElseThrow();
        julien.ask(
                "POST",
                form.attr("action"),
                "SAMLResponse="
                        + URLEncoder.encode(
                                form.select("[name=SAMLResponse]").attr("value"),
                                StandardCharsets.UTF_8));
        var page = julien.open("/saml/arrival");
        assertThat(page.words()).contains("Amina Benali").contains("Le compte qui reste");
        confirms(julien, page);
        assertThat(hats.of(account("julien.pradal"))).hasSize(2);
        assertThat(signsIn("amina.benali").status()).isEqualTo(422);
    }
}
