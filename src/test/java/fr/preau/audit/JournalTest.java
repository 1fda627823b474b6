package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class JournalTest {
    @Autowired Visitors visitors;
    @Autowired Journal journal;
    @Autowired HikariDataSource pool;
    @Autowired JdbcClient db;
    @Autowired Walls walls;

    @Test
    void a_director_reads_what_happened_in_the_school_and_no_child_is_named() {
        var marc = visitors.as("marc.olivet").open("/journal");
        assertThat(marc.words())
                .contains("Mot envoyé")
                .contains("Hélène Costa")
                .doesNotContain("Yanis")
                .doesNotContain("médiathèque");
        assertThat(visitors.as("nadia.ferrand").open("/journal").words())
                .doesNotContain("Hélène Costa");
    }

    @Test
    void a_director_who_also_teaches_elsewhere_reads_nothing_of_elsewhere() {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        insert into role (person_id, kind, structure_id, source)
                                        select p.id, 'TEACHER', s.id, 'LOCAL' from person p, structure s
                                         where plain(p.last_name) = 'ferrand' and plain(p.first_name) = 'nadia' and s.uai = '0341315V'
                                        """)
                                .update());
        assertThat(visitors.as("nadia.ferrand").open("/journal").words())
                .contains("Journal")
                .doesNotContain("Hélène Costa");
    }

    @Test
    void a_teacher_who_does_not_direct_finds_no_journal() {
        assertThat(visitors.as("helene.costa").open("/journal").status()).isEqualTo(404);
    }

    @Test
    void a_changed_line_breaks_the_chain_where_it_was_changed() throws Exception {
        assertThat(journal.firstBrokenLine()).isEmpty();
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute("alter table audit disable trigger all");
            sql.execute("update audit set subject = 'note 999' where id = 2");
        }
        assertThat(journal.firstBrokenLine()).contains(2L);
    }

    @Test
    void a_removed_line_is_missed() throws Exception {
        visitors.as("helene.costa").open("/");
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute("alter table audit disable trigger all");
            sql.execute("delete from audit where id = 2");
        }
        assertThat(journal.firstBrokenLine()).contains(3L);
    }

    @Test
    void the_application_adds_to_the_journal_and_does_nothing_else_to_it() {
        for (var act :
                new String[] {
                    "update audit set subject = 'x'", "delete from audit", "truncate audit"
                }) {
            assertThatThrownBy(() -> walls.as(Wall.JOB, () -> db.sql(act).update()))
                    .as(act)
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
