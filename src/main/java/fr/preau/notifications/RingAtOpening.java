package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At the end of quiet hours the bells of open pages ring. One that rings twice counts the same; one
 * that was missed counts at the next page.
 */
@Component
class RingAtOpening implements RecurringWork {
    private static final Duration BACK = Duration.ofSeconds(90);

    private final JdbcClient db;
    private final Walls walls;
    private final Live live;
    private final Clock clock;

    RingAtOpening(JdbcClient db, Walls walls, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications-opening";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                db.sql(
                                                """
                                                select distinct person_id from notification
                                                 where read_at is null and deliver_at > :since and deliver_at <= :now and deliver_at > at
                                                """)
                                        .param("since", Timestamp.from(now.minus(BACK)))
                                        .param("now", Timestamp.from(now))
                                        .query(Long.class)
                                        .list()));
    }
}
