package fr.preau.signins;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines and counts older than the rule are gone the same day. */
@Component
class SweepSignIns implements RecurringWork {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    SweepSignIns(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "signins-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        walls.as(
                Wall.DOOR,
                () -> {
                    var days =
                            db.sql(
                                            "select days from retention_rule where category = 'SIGN_INS' and from_on <= :today order by from_on desc limit 1")
                                    .param("today", LocalDate.now(clock))
                                    .query(Integer.class)
                                    .single();
                    db.sql("delete from sign_in where at < :before")
                            .param(
                                    "before",
                                    Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                            .update();
                    db.sql("delete from sign_in_day where day < :before")
                            .param("before", LocalDate.now(clock).minusDays(days))
                            .update();
                });
    }
}
