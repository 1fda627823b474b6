package fr.preau.onde;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a file said of people stays seven days at most, imported or not. */
@Component
class ForgetDaily implements RecurringWork {
    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    ForgetDaily(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "onde-forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    expire();
                    forget("onde_line");
                    forget("onde_effect");
                });
    }

    private void expire() {
        db.sql(
                        """
                        update onde_import set state = 'EXPIRED', settled_at = :now, choices = '{}' where state = 'PREVIEW' and created_at < :limit
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit())
                .update();
    }

    private void forget(String table) {
        db.sql(
                        "delete from "
                                + table
                                + " l using onde_import i where i.school_id = l.school_id and i.id = l.import_id and i.created_at < :limit")
                .param("limit", limit())
                .update();
    }

    private Timestamp limit() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }
}
