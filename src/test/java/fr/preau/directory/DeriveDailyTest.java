package fr.preau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.web.RoleKind;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class DeriveDailyTest {
    @Autowired DeriveDaily work;
    @Autowired Appointments appointments;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    @Test
    void a_time_boxed_role_ends_by_itself_and_with_it_the_place_in_the_school()
            throws SQLException {
        var today = java.time.LocalDate.now(clock);
        var school = number("select id from structure where uai = '0341315V'");
        var newcomer = appointments.welcome("Rose", "Passante");
        appointments.appoint(newcomer, RoleKind.SUBSTITUTE, school, today, today.plusDays(4));
        assertThat(schoolsOf(newcomer)).isEqualTo(1);

        clock.moveBy(Duration.ofDays(8));
        work.run();
        assertThat(schoolsOf(newcomer)).isZero();
    }

    private long schoolsOf(long person) throws SQLException {
        return number("select count(*) from affiliation where person_id = " + person);
    }

    private long number(String query) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var rows = all.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
