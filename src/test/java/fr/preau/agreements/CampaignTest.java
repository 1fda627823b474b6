package fr.preau.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Next year's conventions, prepared and sent together, whatever stops the machine meanwhile. */
@School
class CampaignTest {
    private static final int YEAR = 2025;

    @Autowired Campaigns campaigns;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    @BeforeEach
    void in_may_nothing_of_next_year_is_there() throws SQLException {
        clock.setTo(LocalDate.parse("2025-05-02").atTime(10, 0).atZone(School.PARIS).toInstant());
        SignedAgreement.clear(pool, YEAR);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private <T> T job(Supplier<T> work) {
        return walls.as(Wall.JOB, work);
    }

    private long count(String from) {
        return job(() -> db.sql("select count(*) from " + from).query(Long.class).single());
    }

    /** Each with a school of its own, in a commune of its own beside Cazouls. */
    private void register(int from, int to) throws SQLException {
        sql(
                """
                with town as (
                    insert into structure (kind, name, insee) select 'TOWN', 'Commune ' || n, '34' || lpad(n::text, 3, '0') from generate_series(%1$d, %2$d) n returning id, name, insee
                ), school as (
                    insert into structure (kind, name, uai, insee, academy, parent_id, town_id, city)
                    select 'SCHOOL', 'École ' || t.insee, '034' || x.n || substr('ABCDEFGHJKLMNPRSTUVWXYZ', (340000 + x.n) %% 23 + 1, 1), t.insee, s.academy, s.parent_id, t.id, t.name
                      from town t join structure s on s.uai = '0340289E' cross join lateral (select 8000 + right(t.insee, 3)::int as n) x returning id
                )
                insert into debtor (kind, name, siret, town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, email,
                                    chorus_service, changed_at)
                select 'TOWN', t.name, '9999' || lpad(right(t.insee, 3), 10, '0'), t.id, d.department_id, d.academy_id, d.region_id, '1 rue', '34000', t.name, 'Camille Exemple', 'Maire', '', '',
                       now() from town t, debtor d where d.siret = '21340069000011'
                """
                        .formatted(from, to));
    }

    /** Somebody else takes over, who knows only what the database says. */
    private void another_machine_goes_on() {
        new AdvanceCampaigns(campaigns, walls).run();
    }

    private Campaigns.Campaign campaign() {
        return job(campaigns::all).getFirst();
    }

    @Test
    void everybody_who_pays_gets_one_filled_from_the_last() throws SQLException {
        SignedAgreement.insert(pool, 2024, LocalDate.parse("2024-06-26"));
        sql(
                "delete from agreement_school where uai = '0340289E' and agreement_id in (select id from agreement where school_year = 2024)");
        sql("update debtor set signatory_name = 'Camille Exemple' where siret = '21340069000011'");
        register(901, 930);
        assertThat(job(() -> campaigns.open(YEAR))).isTrue();
        assertThat(job(() -> campaigns.open(YEAR))).as("one at a time").isFalse();
        another_machine_goes_on();

        assertThat(count("agreement where school_year = 2025"))
                .isEqualTo(31)
                .isEqualTo(count("debtor"));
        assertThat(campaign().made()).isEqualTo(31);
        assertThat(campaign().finishedAt()).isNotNull();
        assertThat(
                        job(() ->
                                db.sql(
                                                "select s.uai || ' ' || a.signatory_name || ' ' || a.state from agreement a join agreement_school s on s.agreement_id = a.id where a.school_year = 2025 and a.siret = '21340069000011'")
                                        .query(String.class)
                                        .list()))
                .as("the schools of the last one, the signatory of today")
                .containsExactly("0341315V Camille Exemple DRAFT");
    }

    @Test
    void who_has_put_an_end_to_the_last_is_not_asked_again() throws SQLException {
        SignedAgreement.insert(pool, 2024, LocalDate.parse("2024-06-26"));
        register(901, 902);
        assertThat(job(() -> campaigns.expected(YEAR))).as("the premise").isEqualTo(3);
        sql(
                "update agreement set state = 'TERMINATED', terminated_on = '2025-01-15' where school_year = 2024");
        assertThat(job(() -> campaigns.expected(YEAR))).isEqualTo(2);
        job(() -> campaigns.open(YEAR));
        another_machine_goes_on();
        assertThat(count("agreement where school_year = 2025")).isEqualTo(2);
        assertThat(count("agreement where school_year = 2025 and siret = '21340069000011'"))
                .isZero();
    }

    @Test
    void what_is_interrupted_goes_on_where_it_was_and_makes_nothing_twice() throws SQLException {
        register(700, 949);
        job(() -> campaigns.open(YEAR));
        assertThat(job(campaigns::advance)).isTrue();
        assertThat(count("agreement where school_year = 2025"))
                .as("the first hundred")
                .isEqualTo(100);
        assertThatThrownBy(() ->
                        walls.as(
                                Wall.JOB,
                                () -> {
                                    campaigns.advance();
                                    throw new IllegalStateException("killed");
                                }))
                .hasMessage("killed");
        assertThat(count("agreement where school_year = 2025"))
                .as("half of a hundred is none of it")
                .isEqualTo(100);
        assertThat(campaign().done()).isEqualTo(100);

        another_machine_goes_on();
        assertThat(count("agreement where school_year = 2025"))
                .isEqualTo(251)
                .isEqualTo(count("debtor"));
        assertThat(
                        count(
                                "(select debtor_id from agreement where school_year = 2025 group by 1 having count(*) > 1) twice"))
                .isZero();
        assertThat(count("agreement_school where school_year = 2025")).isEqualTo(252);
        assertThat(campaign().made()).isEqualTo(251);
        another_machine_goes_on();
        assertThat(count("agreement where school_year = 2025")).isEqualTo(251);
    }

    @Test
    void what_is_prepared_goes_to_the_towns_and_what_has_no_school_stays() throws SQLException {
        register(901, 905);
        sql("delete from structure where kind = 'SCHOOL' and insee = '34905'");
        job(() -> campaigns.open(YEAR));
        assertThat(job(() -> campaigns.send(YEAR))).as("while it is being prepared").isFalse();
        another_machine_goes_on();
        assertThat(count("agreement where school_year = 2025 and state = 'SENT'")).isZero();
        assertThat(job(() -> campaigns.send(YEAR))).isTrue();
        another_machine_goes_on();
        assertThat(
                        count(
                                "agreement where school_year = 2025 and state = 'SENT' and template_id is not null"))
                .isEqualTo(5);
        assertThat(count("agreement where school_year = 2025 and state = 'DRAFT'")).isEqualTo(1);
        assertThat(campaign().sent()).isEqualTo(5);
        assertThat(campaign().runs()).isFalse();
    }

    @Test
    void a_town_that_comes_later_is_found_when_it_is_opened_again() throws SQLException {
        register(901, 902);
        job(() -> campaigns.open(YEAR));
        another_machine_goes_on();
        register(903, 903);
        another_machine_goes_on();
        assertThat(count("agreement where school_year = 2025"))
                .as("the campaign is over")
                .isEqualTo(3);
        assertThat(job(() -> campaigns.open(YEAR))).isTrue();
        assertThat(campaign().expected()).isEqualTo(1);
        another_machine_goes_on();
        assertThat(count("agreement where school_year = 2025"))
                .isEqualTo(4)
                .isEqualTo(count("debtor"));
        assertThat(campaign().made()).isEqualTo(1);
    }
}
