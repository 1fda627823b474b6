package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitors;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class SweepTest {
    @Autowired Visitors visitors;
    @Autowired Sweep sweep;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    @Test
    void what_has_served_is_removed_and_what_serves_stays() throws SQLException {
        var amina = visitors.as("amina.benali");
        var home = amina.open("/");
        amina.form(home, home.page().select("form[action$=signature]").first().attr("action"))
                .send();
        sweep.run();
        assertThat(count("session")).isPositive();
        assertThat(count("once")).isPositive();

        clock.moveBy(Duration.ofDays(40));
        sweep.run();
        assertThat(count("session")).isZero();
        assertThat(count("once")).isZero();
    }

    @Test
    void a_draft_that_nobody_has_come_back_to_for_a_year_goes() throws SQLException {
        visitors.as("amina.benali")
                .post("/messages/drafts/new-1a2b3c4d", Map.of("text", "Commencé"));
        clock.moveBy(Duration.ofDays(364));
        sweep.run();
        assertThat(count("draft")).isOne();
        clock.moveBy(Duration.ofDays(2));
        sweep.run();
        assertThat(count("draft")).isZero();
    }

    private long count(String table) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var rows = all.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
