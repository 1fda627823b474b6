package fr.preau.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitors;
import fr.preau.agreements.SignedAgreement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the conventions cover: the région, the DSDEN in its département, the town for itself. */
@School
class CoverageTest {
    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;
    @Autowired CountPeople people;
    @Autowired School.SettableClock clock;

    @BeforeEach
    void cazouls_has_signed_and_two_communes_of_the_tarn_have_nothing() throws SQLException {
        SignedAgreement.insert(pool, 2024, LocalDate.parse("2024-06-26"));
        elsewhere("81004", "Albi", "0819001");
        elsewhere("81065", "Castres", "0819002");
        people.run();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** A commune of another département of the région, with a school. */
    private void elsewhere(String insee, String name, String number) throws SQLException {
        sql(
                """
                with town as (insert into structure (kind, name, insee) values ('TOWN', '%2$s', '%1$s') returning id),
                school as (
                    insert into structure (kind, name, uai, insee, academy, town_id, city)
                    select 'SCHOOL', 'École primaire publique de %2$s', '%3$s' || substr('ABCDEFGHJKLMNPRSTUVWXYZ', %3$s::int %% 23 + 1, 1), '%1$s', '16', id, '%2$s' from town returning id)
                insert into school_above (node_id, school_id) select n.id, s.id from school s, structure n where n.kind = 'REGION'
                """
                        .formatted(insee, name, number));
    }

    private String town(String login) {
        return visitors
                .as("isabelle.roques")
                .open("/coverage/towns?year=2024")
                .page()
                .select("tbody th a")
                .stream()
                .filter(link -> link.text().equals(login))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    @Test
    void the_region_reads_what_is_covered_and_every_figure_leads_to_its_list() {
        var isabelle = visitors.as("isabelle.roques");
        var board = isabelle.open("/coverage?year=2024");
        assertThat(board.words())
                .contains("2 écoles publiques couvertes sur 5")
                .contains("90 €")
                .contains("Écoles sans convention : 3");
        var herault = board.page().select(".map__tile[data-place=34]").first();
        assertThat(herault.text()).contains("34", "Hérault", "100 %", "2 sur 2");
        assertThat(board.page().select(".map__tile[data-place=81]").text())
                .contains("Tarn", "0 %", "0 sur 2");
        assertThat(board.page().select(".map__tile")).hasSize(13);
        for (var link : board.page().select("main a[href^=/coverage/], main a[href^=/agreements]"))
            if (!link.attr("href").contains(".csv"))
                assertThat(isabelle.ask(link.attr("href")).status())
                        .as(link.attr("href"))
                        .isEqualTo(200);
        assertThat(isabelle.open("/coverage/schools?year=2024&show=UNCOVERED").words())
                .contains("École primaire publique de Albi")
                .doesNotContain("Kergomard");
        assertThat(isabelle.open("/coverage/towns?year=2024&show=NONE&department=81").words())
                .contains("Albi", "Castres")
                .doesNotContain("Cazouls");
    }

    @Test
    void a_commune_is_to_renew_until_this_years_is_signed() throws SQLException {
        var isabelle = visitors.as("isabelle.roques");
        assertThat(isabelle.open("/coverage/towns?year=2024&show=IN_FORCE").words())
                .contains("Cazouls");
        SignedAgreement.clear(pool, 2025);
        var chase = isabelle.open("/coverage/towns?year=2025&show=CHASE");
        assertThat(chase.words()).contains("Cazouls", "À renouveler").doesNotContain("Albi");
        SignedAgreement.insert(pool, 2025, LocalDate.parse("2025-06-26"));
        sql("update agreement set state = 'SENT' where school_year = 2025");
        assertThat(isabelle.open("/coverage/towns?year=2025&show=SIGNING").words())
                .contains("Cazouls");
        sql("update agreement set state = 'SIGNED' where school_year = 2025");
        assertThat(isabelle.open("/coverage/towns?year=2025&show=CHASE").words())
                .contains("Aucune commune ici");
        clock.setTo(LocalDate.parse("2025-09-02").atTime(10, 0).atZone(School.PARIS).toInstant());
        visitors.forgetAll();
        assertThat(
                        visitors.as("isabelle.roques")
                                .open("/coverage/towns?year=2024&show=ENDED")
                                .words())
                .as("the day after the last")
                .contains("Cazouls");
        sql(
                "update agreement set state = 'TERMINATED', terminated_on = '2025-03-01' where school_year = 2024");
        assertThat(visitors.as("isabelle.roques").open("/coverage?year=2024").words())
                .as("a terminated one covers nothing")
                .contains("0 écoles publiques couvertes sur 5");
    }

    @Test
    void the_departement_sees_its_own() {
        assertThat(visitors.as("isabelle.roques").open("/coverage?year=2024").words())
                .contains("Tarn");
        var odile = visitors.as("odile.fabre");
        var board = odile.open("/coverage?year=2024");
        assertThat(board.words())
                .contains("2 écoles publiques couvertes sur 2")
                .doesNotContain("Tarn");
        assertThat(board.page().select(".map__tile")).isEmpty();
        assertThat(odile.ask(town("Cazouls-lès-Béziers")).status()).isEqualTo(200);
        assertThat(odile.ask(town("Albi")).status()).isEqualTo(404);
        assertThat(odile.ask("/coverage/towns.csv?year=2024").body())
                .contains("Cazouls")
                .doesNotContain("Albi");
    }

    @Test
    void the_town_reads_what_it_pays_for_which_schools_and_what_that_gives() throws SQLException {
        var path = town("Cazouls-lès-Béziers");
        for (var login :
                List.of("isabelle.roques", "odile.fabre", "mireille.castan", "gilles.marty")) {
            var page = visitors.as(login).open(path);
            assertThat(page.words())
                    .as(login)
                    .contains("90 €")
                    .contains("École maternelle publique Pauline Kergomard", "0340289E")
                    .contains("Payé : 0 €", "Reste à payer : 90 €")
                    .contains("Élèves", "Adultes");
            assertThat(page.words())
                    .as("no name")
                    .doesNotContain("Benali")
                    .doesNotContain("Olivet");
        }
        for (var login :
                List.of(
                        "bruno.astruc",
                        "marc.olivet",
                        "amina.benali",
                        "patrick.mazel",
                        "claude.toulousain"))
            for (var address :
                    List.of(
                            path,
                            "/coverage",
                            "/coverage/towns",
                            "/coverage/schools",
                            "/coverage/departments.csv"))
                assertThat(visitors.as(login).ask(address).status())
                        .as(login + " " + address)
                        .isEqualTo(404);
        assertThat(visitors.as("mireille.castan").ask("/coverage").status()).isEqualTo(404);
        assertThat(visitors.as("mireille.castan").ask(town("Albi")).status())
                .as("another town")
                .isEqualTo(404);
        assertThat(
                        visitors.as("mireille.castan")
                                .open("/tools")
                                .page()
                                .select("a[href=" + path.replaceAll("\\?.*", "") + "]"))
                .isNotEmpty();
    }

    @Test
    void fewer_than_ten_people_are_not_counted_aloud() throws SQLException {
        var path = town("Cazouls-lès-Béziers");
        sql(
                "update coverage_count set pupils = 40, pupils_with_account = 5, pupils_active = 0, adults = 9, adults_with_account = 9, adults_active = 2");
        var row =
                visitors.as("mireille.castan")
                        .open(path)
                        .page()
                        .select("tr:contains(Compte ouvert), tr:contains(moins de 10)");
        assertThat(row.text())
                .contains("80", "10", "moins de 10")
                .doesNotContain(" 5 ")
                .doesNotContain(" 4 ");
        sql(
                "update coverage_count set pupils = 4, adults = 4, pupils_with_account = 4, adults_with_account = 4, adults_active = 4, pupils_active = 4");
        var words = visitors.as("mireille.castan").open(path).words();
        assertThat(words).contains("Élèves moins de 10 moins de 10 moins de 10");
        assertThat(visitors.as("isabelle.roques").ask("/coverage/departments.csv?year=2024").body())
                .contains("moins de 10");
    }

    @Test
    void counts_follow_accounts_and_visits() throws SQLException {
        var path = town("Cazouls-lès-Béziers");
        sql("update account set last_sign_in_at = '2024-09-01', state = 'ACTIVE'");
        people.run();
        var before = adults(path);
        assertThat(before).hasSize(3).allMatch(cell -> cell.matches("\\d+"));
        sql("update account set last_sign_in_at = '2024-07-01'");
        people.run();
        var after = adults(path);
        assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
        assertThat(after.getLast()).isEqualTo("moins de 10");
    }

    private List<String> adults(String path) {
        return visitors.as("mireille.castan")
                .open(path)
                .page()
                .select("tr:contains(Adultes) td")
                .eachText();
    }

    @Test
    void a_file_is_a_table_for_a_spreadsheet_and_is_noted() throws SQLException {
        sql(
                "update structure set name = '=HYPERLINK(\"x\")' where insee = '81004' and kind = 'TOWN'");
        var isabelle = visitors.as("isabelle.roques");
        var file = isabelle.ask("/coverage/towns.csv?year=2024");
        var text = file.body();
        assertThat(text)
                .startsWith("\ufeffINSEE;Commune;")
                .contains(";\"'=HYPERLINK(\"\"x\"\")\";")
                .contains("34069;Cazouls-lès-Béziers;34;En vigueur;2;2;90,00;90,00");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("couverture-communes-2024-2025.csv");
        var departments = isabelle.ask("/coverage/departments.csv?year=2024").body();
        assertThat(departments)
                .contains("34;Hérault;Académie de Montpellier;2;2;")
                .contains("81;Tarn;Académie de Toulouse;2;0;");
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement();
                var rows =
                        sql.executeQuery(
                                "select count(*) from audit where action = 'CoverageTaken'")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(2);
        }
    }

    @Test
    void a_list_goes_on_page_after_page() throws SQLException {
        for (var n = 1; n <= 60; n++)
            elsewhere("81" + (100 + n), "Commune " + (100 + n), "081" + (7000 + n));
        var isabelle = visitors.as("isabelle.roques");
        for (var list :
                List.of(
                        "/coverage/towns?year=2024&show=NONE",
                        "/coverage/schools?year=2024&show=UNCOVERED")) {
            var first = isabelle.open(list);
            assertThat(first.page().select("tbody tr")).hasSize(50);
            var next = isabelle.open(first.page().select(".pagination a").attr("href"));
            assertThat(next.page().select("tbody tr")).hasSize(13);
            assertThat(next.page().select("tbody th").eachText())
                    .doesNotContainAnyElementsOf(first.page().select("tbody th").eachText());
        }
    }
}
