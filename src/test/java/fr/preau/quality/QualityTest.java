package fr.preau.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitors;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class QualityTest {
    private static final String ELEMENTAIRE = "(select id from structure where uai = '0341315V')";

    @Autowired Visitors visitors;
    @Autowired CountFigures counting;
    @Autowired HikariDataSource pool;

    private long number(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute(sql);
        }
    }

    private String words(String login, String path) {
        return visitors.as(login).open(path).words();
    }

    /** The line of the board that says this figure. */
    private String line(String figure) {
        return visitors.as("marc.olivet").open("/quality").page().select("li.list-row").stream()
                .map(line -> line.text())
                .filter(text -> text.startsWith(figure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void karim_has_never_connected_and_the_board_counts_him_with_the_others() throws SQLException {
        var never =
                number(
                        "select count(distinct g.guardian_id) from guardianship g join enrolment e on e.pupil_id = g.pupil_id and e.school_id = "
                                + ELEMENTAIRE
                                + " left join account_person ap on ap.person_id = g.guardian_id left join account a on a.id = ap.account_id where a.first_sign_in_at is null");
        assertThat(never).isPositive();
        assertThat(line("Responsables jamais connectés")).contains(never + " à regarder");
        var list = words("marc.olivet", "/quality/guardian-never-came").toLowerCase(Locale.ROOT);
        assertThat(list).contains("karim benali", "cp a : yanis").doesNotContain("amina benali");
    }

    @Test
    void what_is_missing_is_counted_listed_and_leads_to_its_repair() throws SQLException {
        assertThat(line("Classes sans enseignant")).contains("Rien");
        change(
                "delete from teaching t using school_class c where c.id = t.class_id and c.label = 'CP A'");
        assertThat(line("Classes sans enseignant")).contains("1 à regarder");
        var list = visitors.as("marc.olivet").open("/quality/class-no-teacher");
        assertThat(list.words()).contains("CP A");
        assertThat(list.page().select("a[href~=/classes/[0-9]+/teachers]").text())
                .isEqualTo("CP A");
        assertThat(line("Enseignants sans classe")).contains("à regarder");
        assertThat(words("marc.olivet", "/quality/teacher-no-class"))
                .containsIgnoringCase("Hélène Costa");
    }

    @Test
    void a_pupil_whom_nobody_answers_for_is_seen_and_to_be_corrected_in_onde() throws SQLException {
        assertThat(line("Élèves sans responsable")).contains("Rien");
        change(
                "delete from guardianship where pupil_id = (select id from person where first_name = 'Yanis' and last_name ilike 'benali' and academy = '11')");
        assertThat(line("Élèves sans responsable")).contains("1 à regarder");
        assertThat(words("marc.olivet", "/quality/pupil-no-guardian"))
                .contains("Yanis", "À corriger dans ONDE");
    }

    @Test
    void a_long_list_is_read_page_by_page_and_misses_nobody() throws SQLException {
        change("update person set ine = null");
        var pupils = number("select count(*) from enrolment where school_id = " + ELEMENTAIRE);
        assertThat(pupils).as("the premise").isGreaterThan(Findings.PAGE);
        var marc = visitors.as("marc.olivet");
        var first = marc.open("/quality/pupil-no-ine");
        var second = marc.open(first.page().select(".pagination a").last().attr("href"));
        var seen = first.page().select("li.list-row").eachText();
        assertThat(seen)
                .hasSize(Findings.PAGE)
                .doesNotContainAnyElementsOf(second.page().select("li.list-row").eachText());
        assertThat(seen.size() + second.page().select("li.list-row h2").size())
                .isEqualTo((int) pupils);
    }

    @Test
    void those_above_read_counts_by_school_and_never_a_name() {
        counting.run();
        var patrick = visitors.as("patrick.mazel");
        var board = patrick.open("/quality");
        assertThat(board.words()).contains("Responsables jamais connectés", "Écoles concernées");
        var schools = patrick.open("/quality/guardian-never-came");
        assertThat(schools.words()).contains("Exupéry").doesNotContainIgnoringCase("karim");
        var csv = patrick.ask("/quality.csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body())
                .contains("0341315V", "Responsables jamais connectés")
                .doesNotContainIgnoringCase("karim")
                .doesNotContainIgnoringCase("benali");
    }

    @Test
    void an_inspector_counts_no_school_outside_of_the_perimeter() {
        counting.run();
        assertThat(visitors.as("isabelle.roques").ask("/quality.csv").body().lines().count())
                .as("the premise: there are others")
                .isGreaterThan(
                        visitors.as("patrick.mazel").ask("/quality.csv").body().lines().count());
    }

    @Test
    void counting_twice_changes_nothing_and_what_is_repaired_goes() throws SQLException {
        counting.run();
        var rows = number("select count(*) from quality_figure");
        counting.run();
        assertThat(number("select count(*) from quality_figure")).isEqualTo(rows).isPositive();
        change("update account set first_sign_in_at = now() where first_sign_in_at is null");
        counting.run();
        assertThat(
                        number(
                                "select count(*) from quality_figure where figure = 'GUARDIAN_NEVER_CAME'"))
                .isZero();
    }

    @Test
    void only_who_administers_a_school_reads_its_names() throws SQLException {
        assertThat(visitors.as("marc.olivet").open("/quality/guardian-never-came").status())
                .as("the premise")
                .isEqualTo(200);
        for (var login :
                List.of(
                        "helene.costa",
                        "julien.pradal",
                        "thomas.leroy",
                        "jade.leroy",
                        "mireille.castan",
                        "remi.vernet"))
            for (var path : List.of("/quality", "/quality/guardian-never-came"))
                assertThat(visitors.as(login).open(path).status()).as(login + path).isEqualTo(404);
        var other = number("select id from structure where uai = '0341315V'");
        assertThat(
                        visitors.as("nadia.ferrand")
                                .open("/quality/guardian-never-came?school=" + other)
                                .status())
                .isEqualTo(404);
        assertThat(visitors.as("marc.olivet").open("/quality.csv").status()).isEqualTo(404);
        assertThat(visitors.as("marc.olivet").open("/quality/no-such-figure").status())
                .isEqualTo(404);
    }
}
