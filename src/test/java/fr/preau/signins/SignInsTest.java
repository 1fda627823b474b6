package fr.preau.signins;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A direction sees who enters its school, an académie who enters its schools, nobody else does. */
@School
class SignInsTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired SignIns lines;
    @Autowired SweepSignIns sweep;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private Visitor.Answer signIn(String login, String password) {
        var visitor = visitors.stranger();
        visitor.calledItself("Mozilla/5.0 (Linux; Android 15) Chrome/146.0 Mobile Safari/537.36");
        return visitor.form(visitor.open("/sign-in"), "/sign-in")
                .fill("login", login)
                .fill("password", password)
                .send();
    }

    private Visitor.Answer signIn(String login) {
        return signIn(login, "preau-demo-2024");
    }

    private String rows(Visitor who, String path) {
        return who.open(path).page().select("tbody").text();
    }

    @Test
    void marc_reads_who_entered_when_and_by_which_door() {
        signIn("amina.benali");
        signIn("thomas.leroy", "not his");
        var page = visitors.as("marc.olivet").open("/sign-ins");
        assertThat(page.words())
                .contains("Amina Benali")
                .contains("Mot de passe")
                .contains("Chrome sur Android")
                .contains("Thomas Leroy")
                .contains("Essai refusé")
                .contains("une entrée")
                .contains("un essai refusé");
        assertThat(page.body()).doesNotContain("127.0.0.1").doesNotContain("not his");
    }

    @Test
    void a_login_that_nobody_has_is_no_line_of_any_school() {
        signIn("nobody.atall");
        assertThat(
                        walls.as(
                                Wall.DOOR,
                                () ->
                                        db.sql("select count(*) from sign_in")
                                                .query(Long.class)
                                                .single()))
                .isZero();
    }

    @Test
    void a_direction_reads_its_own_school_and_no_other() {
        signIn("thomas.leroy");
        var nadia = visitors.as("nadia.ferrand");
        assertThat(nadia.open("/sign-ins").words()).doesNotContain("Thomas Leroy");
        var marcs = visitors.as("marc.olivet").open("/sign-ins").page();
        var school = marcs.select("input[name=school]").attr("value");
        assertThat(visitors.as("marc.olivet").ask("/sign-ins?school=" + school).status())
                .isEqualTo(200);
        assertThat(nadia.ask("/sign-ins?school=" + school).status()).isEqualTo(404);
        assertThat(nadia.ask("/sign-ins.csv?school=" + school).status()).isEqualTo(404);
    }

    @Test
    void a_family_of_two_schools_is_a_line_in_each() {
        signIn("amina.benali");
        for (var login : new String[] {"marc.olivet", "nadia.ferrand"})
            assertThat(rows(visitors.as(login), "/sign-ins")).contains("Amina Benali");
    }

    @Test
    void those_who_answer_for_a_perimeter_start_from_its_schools() {
        signIn("thomas.leroy");
        var patrick = visitors.as("patrick.mazel");
        var schools = patrick.open("/sign-ins");
        assertThat(schools.words()).contains("une entrée").doesNotContain("Thomas Leroy");
        var first = schools.page().select("a[href*='/sign-ins?school=']").first().attr("href");
        assertThat(rows(patrick, first)).contains("Thomas Leroy");
        assertThat(visitors.as("claude.toulousain").ask(first).status()).isEqualTo(404);
    }

    @Test
    void whoever_answers_for_no_account_reads_nothing() {
        for (var login :
                new String[] {"helene.costa", "amina.benali", "gilles.marty", "anne.seguy"})
            assertThat(visitors.as(login).ask("/sign-ins").status()).as(login).isEqualTo(404);
    }

    @Test
    void a_day_and_a_profile_are_chosen() {
        signIn("thomas.leroy");
        signIn("julien.pradal");
        var marc = visitors.as("marc.olivet");
        assertThat(rows(marc, "/sign-ins?profile=GUARDIAN"))
                .contains("Thomas")
                .doesNotContain("Julien");
        assertThat(marc.open("/sign-ins?day=2024-09-09").words())
                .contains("Personne n’est entré ce jour-là");
        assertThat(marc.open("/sign-ins?day=never&profile=x&after=y").status()).isEqualTo(200);
    }

    @Test
    void pages_follow_one_another_without_a_line_lost_or_twice() {
        var thomas =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql("select id from account where login = 'thomas.leroy'")
                                        .query(Long.class)
                                        .single());
        for (var n = 0; n < 60; n++)
            lines.write(thomas, null, clock.instant(), "password", "n" + n, "fact " + n);
        lines.write(thomas, null, clock.instant(), "password", "n0", "fact 0");
        var marc = visitors.as("marc.olivet");
        var first = marc.open("/sign-ins").page();
        assertThat(first.select("tbody tr")).hasSize(50);
        var second = marc.open(first.select("a[href*=after]").attr("href")).page();
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(first.select("tbody tr td:last-child").eachText())
                .doesNotContainAnyElementsOf(second.select("tbody tr td:last-child").eachText());
        assertThat(plain(first.text())).contains("60 entrées");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void a_day_is_downloaded_and_that_is_written_down() {
        signIn("thomas.leroy");
        var marc = visitors.as("marc.olivet");
        var csv = marc.ask("/sign-ins.csv?profile=GUARDIAN");
        assertThat(csv.body())
                .startsWith("\uFEFFDate et heure;Personne;Profil;Par;Appareil\r\n")
                .contains("\"10/09/2024 08:05:00\";\"Thomas Leroy\";\"Parent\";\"Mot de passe\"");
        assertThat(marc.open("/journal").words()).contains("Journal des connexions téléchargé");
    }

    @Test
    void a_fresh_proof_comes_first() {
        var marc = visitors.as("marc.olivet");
        assertThat(marc.ask("/sign-ins").status()).isEqualTo(200);
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(marc.ask("/sign-ins").location()).startsWith("/second-factor");
    }

    @Test
    void a_year_later_nothing_is_left() {
        signIn("thomas.leroy");
        clock.moveBy(Duration.ofDays(364));
        sweep.run();
        assertThat(many()).isEqualTo(Map.of("lines", 1L, "days", 1L));
        clock.moveBy(Duration.ofDays(3));
        sweep.run();
        assertThat(many()).isEqualTo(Map.of("lines", 0L, "days", 0L));
    }

    private Map<String, Object> many() {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select (select count(*) from sign_in) as lines, (select count(*) from sign_in_day) as days")
                                .query()
                                .singleRow());
    }
}
