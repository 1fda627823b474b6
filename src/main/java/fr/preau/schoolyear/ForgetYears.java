package fr.preau.schoolyear;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Years that are no longer to be read are forgotten, as the dated rule says. */
@Component
class ForgetYears implements RecurringWork {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    ForgetYears(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "schoolyear-forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public void run() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    forget("delete from past_class where year < :present - ");
                    forget("delete from past_pupil where year < :present - ");
                });
    }

    private void forget(String old) {
        var today = LocalDate.now(clock);
        db.sql(
                        old
                                + "(select r.years_kept from year_rule r where r.from_on <= :today order by r.from_on desc limit 1)")
                .param("present", YearPolicy.calendarYear(today))
                .param("today", Date.valueOf(today))
                .update();
    }
}
