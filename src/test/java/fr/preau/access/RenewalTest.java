package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an académie asks of passwords is asked of its people, and of nobody else. */
@School
class RenewalTest {
    private static final String DEMO = "preau-demo-2024";
    private static final String NEXT = "Quatre lampes sous 1 nuage";

    @Autowired Visitors visitors;
    @Autowired PasswordRules rules;
    @Autowired Accounts accounts;
    @Autowired ActivationCodes codes;
    @Autowired School.SettableClock clock;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private void chooses(String academy, boolean guardians, LocalDate from) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into password_choice (academy_id, habit, guardians, from_on, chosen_at, by_person_id)
                                        select s.id, 'ACADEMY', :guardians, :from, now(), (select min(id) from person) from structure s where s.kind = 'ACADEMY' and s.academy = :academy
                                        """)
                                .param("academy", academy)
                                .param("guardians", guardians)
                                .param("from", from)
                                .update());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private PasswordPolicy.Rule rule(String login) {
        return rules.of(accounts.byLogin(login).orElseThrow().id());
    }

    private void changedOn(String login, LocalDate day) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("update account set password_changed_at = :day where login = :login")
                                .param("day", day.atStartOfDay())
                                .param("login", login)
                                .update());
    }

    private Visitor signsIn(String login, String password) {
        var visitor = visitors.stranger();
        visitor.form(visitor.open("/sign-in"), "/sign-in")
                .fill("login", login)
                .fill("password", password)
                .fill("then", "/liaison")
                .sendOnly();
        return visitor;
    }

    /** Julien's password is four years old, and his académie asks for another after three. */
    private Visitor julien() {
        chooses("11", false, today().minusDays(1));
        changedOn("julien.pradal", today().minusYears(4));
        return signsIn("julien.pradal", DEMO);
    }

    @Test
    void the_staff_of_the_academie_follow_it_and_nobody_else() {
        var before = rule("julien.pradal");
        assertThat(before.minKinds()).isEqualTo(1);
        assertThat(before.months()).isZero();
        chooses("11", false, today());
        for (var login : List.of("julien.pradal", "marc.olivet", "patrick.mazel", "denis.aubrac"))
            assertThat(rule(login)).as(login).isEqualTo(new PasswordPolicy.Rule(12, 4, 10, 3, 36));
        for (var login :
                List.of(
                        "claude.toulousain",
                        "amina.benali",
                        "tom.costa",
                        "mireille.castan",
                        "isabelle.roques"))
            assertThat(rule(login).minKinds()).as(login).isEqualTo(1);
    }

    @Test
    void families_follow_it_when_the_academie_says_so_and_children_never_do() {
        chooses("11", true, today());
        assertThat(rule("amina.benali").minKinds()).isEqualTo(4);
        assertThat(rule("tom.costa").minKinds()).isEqualTo(1);
        assertThat(rule("tom.costa").months()).isZero();
    }

    @Test
    void a_choice_holds_from_its_day_on() {
        chooses("11", false, today().plusDays(1));
        assertThat(rule("julien.pradal").minKinds()).isEqualTo(1);
        clock.moveBy(Duration.ofDays(1));
        assertThat(rule("julien.pradal").minKinds()).isEqualTo(4);
    }

    @Test
    void whoever_has_hats_in_both_academies_follows_the_stricter() {
        chooses("16", false, today());
        assertThat(rule("claude.toulousain").minKinds()).isEqualTo(4);
        assertThat(rule("julien.pradal").minKinds()).as("only Toulouse has chosen").isEqualTo(1);
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update account_person set account_id = (select id from account where login = 'julien.pradal')
                                         where account_id = (select id from account where login = 'claude.toulousain')
                                        """)
                                .update());
        assertThat(rule("julien.pradal")).isEqualTo(new PasswordPolicy.Rule(12, 4, 10, 3, 36));
    }

    @Test
    void a_password_that_has_had_its_time_is_replaced_before_anything_else() {
        var julien = julien();
        assertThat(julien.ask("/liaison").location()).isEqualTo("/renewal?then=%2Fliaison");
        var asked = julien.open("/liaison");
        assertThat(asked.words())
                .contains("Choisissez un nouveau mot de passe")
                .contains("tous les 3 ans")
                .contains("Au moins 12 caractères, dont une minuscule")
                .contains("Pas l’un de vos 3 derniers mots de passe");
        var form = julien.form(asked, "/renewal");
        assertThat(form.fill("password", "").sendOnly().words()).contains("Écrivez le nouveau");
        assertThat(form.fill("password", "quatre lampes sous un nuage").sendOnly().words())
                .contains("Mélangez des minuscules");
        var done = form.fill("password", NEXT).sendOnly();
        assertThat(done.location()).isEqualTo("/liaison");
        assertThat(julien.ask("/liaison").location())
                .as("the charter comes next")
                .isEqualTo("/charter");
        assertThat(signsIn("julien.pradal", NEXT).ask("/").location()).isEqualTo("/charter");
        assertThat(signsIn("julien.pradal", DEMO).cookie("preau")).isNull();
    }

    @Test
    void the_same_password_is_not_a_new_one() {
        var julien = julien();
        julien.form(julien.open("/"), "/renewal").fill("password", NEXT).send();
        changedOn("julien.pradal", today().minusYears(4));
        var again = signsIn("julien.pradal", NEXT);
        assertThat(again.form(again.open("/"), "/renewal").fill("password", NEXT).send().words())
                .contains("a déjà été le vôtre");
    }

    @Test
    void one_may_leave_instead_and_is_asked_again() {
        var julien = julien();
        assertThat(julien.form(julien.open("/"), "/sign-out").sendOnly().location())
                .isEqualTo("/sign-in");
        assertThat(signsIn("julien.pradal", DEMO).ask("/").location()).startsWith("/renewal");
    }

    @Test
    void a_page_left_open_asks_who_is_there() {
        var julien = julien();
        var asked = julien.open("/liaison");
        clock.moveBy(Duration.ofMinutes(11));
        var late = julien.form(asked, "/renewal").fill("password", NEXT).sendOnly();
        assertThat(late.location()).startsWith("/second-factor?then=%2Frenewal");
        var proof = julien.open(late.location());
        var back = julien.form(proof, "/second-factor").fill("code", DEMO).send();
        assertThat(back.path()).startsWith("/renewal");
        assertThat(julien.form(back, "/renewal").fill("password", NEXT).sendOnly().location())
                .isEqualTo("/liaison");
    }

    @Test
    void the_second_factor_comes_first() {
        chooses("11", false, today().minusDays(1));
        changedOn("marc.olivet", today().minusYears(4));
        var marc = signsIn("marc.olivet", DEMO);
        assertThat(marc.ask("/").location()).startsWith("/second-factor");
        assertThat(marc.post("/renewal", Map.of("password", NEXT)).status()).isEqualTo(303);
        assertThat(signsIn("marc.olivet", NEXT).cookie("preau")).as("nothing changed").isNull();
    }

    @Test
    void nobody_is_asked_on_the_first_day_when_nobody_knows_how_old_a_password_is() {
        chooses("11", false, today());
        assertThat(signsIn("julien.pradal", DEMO).ask("/").location()).isEqualTo("/charter");
        clock.setTo(
                today().plusYears(3).minusDays(1).atTime(9, 0).atZone(School.PARIS).toInstant());
        assertThat(rules.isOver(accounts.byLogin("julien.pradal").orElseThrow().id())).isFalse();
        clock.moveBy(Duration.ofDays(1));
        assertThat(rules.isOver(accounts.byLogin("julien.pradal").orElseThrow().id())).isTrue();
    }

    @Test
    void the_last_three_are_refused_and_the_one_before_is_not() {
        chooses("11", false, today());
        var julien = visitors.as("julien.pradal");
        var first = "Premier cartable n°1";
        var second = "Second vélo rouge n°2";
        assertThat(julien.open("/security/password").words())
                .contains("dont une minuscule, une majuscule, un chiffre et un autre signe");
        assertThat(change(julien, first).path()).isEqualTo("/security");
        assertThat(change(julien, second).path()).isEqualTo("/security");
        assertThat(change(julien, "Troisième girafe n°3").path()).isEqualTo("/security");
        assertThat(change(julien, first).words()).contains("a déjà été le vôtre");
        assertThat(change(julien, "Quatrième ananas n°4").path()).isEqualTo("/security");
        assertThat(change(julien, second).words()).contains("a déjà été le vôtre");
        assertThat(change(julien, first).path()).isEqualTo("/security");
    }

    private Visitor.Answer change(Visitor who, String password) {
        clock.moveBy(Duration.ofSeconds(1));
        return who.form(who.open("/security/password"), "/security/password")
                .fill("password", password)
                .send();
    }

    @Test
    void a_sheet_says_what_is_really_asked() {
        var stranger = visitors.stranger();
        assertThat(stranger.open("/activation").words()).doesNotContain("Selon votre académie");
        chooses("11", true, today());
        var page = stranger.open("/activation");
        assertThat(page.words()).contains("Selon votre académie");
        var karim = accounts.byLogin("karim.benali").orElseThrow().id();
        var code = codes.make(List.of(karim), "form").get(karim).text();
        var form =
                stranger.form(page, "/activation")
                        .fill("login", "karim.benali")
                        .fill("code", code)
                        .fill("password", "cartable girafe onze");
        assertThat(form.sendOnly().words())
                .contains("Mélangez des minuscules")
                .contains("Votre code reste valable")
                .contains("dont une minuscule");
        assertThat(form.fill("password", NEXT).sendOnly().status()).isEqualTo(303);
    }
}
