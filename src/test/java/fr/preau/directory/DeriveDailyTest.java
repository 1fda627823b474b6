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

    @Test
    void a_pupil_leaves_a_class_on_the_day_that_the_feed_has_said() throws SQLException {
        var today = java.time.LocalDate.now(clock);
        var seats =
                "select count(*) from class_enrolment e join person p on p.id = e.pupil_id where p.first_name = 'Yanis' and p.last_name = 'Benali'";
        var circles =
                "select count(*) from circle_member m join circle c on c.id = m.circle_id join person p on p.id = m.person_id"
                        + " where c.class_id is not null and p.first_name = 'Yanis' and p.last_name = 'Benali'";
        assertThat(number(circles)).isPositive();
        try (var all = Superuser.connect(pool, "preau")) {
            all.createStatement()
                    .execute(
                            "update class_enrolment set leaves_on = '%s' where pupil_id = (select id from person where first_name = 'Yanis' and last_name = 'Benali')"
                                    .formatted(today.plusDays(2)));
        }
        work.run();
        assertThat(number(seats)).isEqualTo(1);
        clock.moveBy(Duration.ofDays(2));
        work.run();
        assertThat(number(seats)).isZero();
        assertThat(number(circles)).isZero();
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
