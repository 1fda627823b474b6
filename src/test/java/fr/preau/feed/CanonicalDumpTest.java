package fr.preau.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalDumpTest extends FeedDatabase {
    private Connection everything() throws SQLException {
        return DriverManager.getConnection(source.getJdbcUrl(), "postgres", source.getPassword());
    }

    private void execute(String statement) throws SQLException {
        try (var database = everything();
                var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    private CanonicalDump dumped() throws SQLException {
        try (var database = everything()) {
            return CanonicalDump.of(database);
        }
    }

    private CanonicalDump imported(GeneratedRegion region) throws Exception {
        execute("truncate structure, person, affiliation, account, feed_run cascade");
        imports.importFolder(region.folder, Optional.empty(), Progress.SILENT);
        return dumped();
    }

    @Test
    void two_ways_to_the_same_facts_give_the_same_text_and_one_other_fact_gives_another()
            throws Exception {
        var region = new GeneratedRegion(folder, 4);
        var once = imported(region);
        var again = imported(region);
        assertThat(again.digest()).as(again.differenceTo(once)).isEqualTo(once.digest());
        assertThat(once.text()).contains("== class_enrolment\n11/1001 | CLASS/", "11/5200001");
        execute(
                "update enrolment set level_label = 'CE9' where pupil_id = (select min(pupil_id) from enrolment)");
        assertThat(dumped().digest()).isNotEqualTo(once.digest());
        assertThat(dumped().differenceTo(once)).contains("CE9");
    }
}
