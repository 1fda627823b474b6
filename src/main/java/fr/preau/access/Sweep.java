package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what has served: ended sessions, keys of forms long answered, failures and drafts long
 * forgotten.
 */
@Component
class Sweep implements RecurringWork {
    private static final Duration SESSIONS = Duration.ofDays(30);

    /** As long as the cookie that recognises one. */
    private static final Duration DEVICES = Duration.ofDays(180);

    private static final Duration KEYS = Duration.ofDays(7);

    /** A year of school: nobody comes back to it. */
    private static final Duration DRAFTS = Duration.ofDays(365);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Sweep(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "access-sweep";
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
                    before(
                            "delete from session where least(idle_until, ends_at) < :before",
                            SESSIONS);
                    before("delete from known_device where last_at < :before", DEVICES);
                    before(
                            "delete from passkey_challenge where expires_at < :before",
                            Duration.ofHours(1));
                    before(
                            "delete from class_arrival where expires_at < :before",
                            Duration.ofDays(1));
                    before(
                            "delete from class_device where coalesce(revoked_at, ends_on) < :before",
                            SESSIONS);
                    before("delete from forgotten where asked_at < :before", Duration.ofHours(1));
                    before("delete from reset_link where expires_at < :before", Duration.ofDays(1));
                    before(
                            "delete from mail_address_wish where asked_at < :before",
                            Duration.ofDays(1));
                    before("delete from joining where until < :before", Duration.ZERO);
                    before("delete from door_failure where since < :before", Duration.ofDays(1));
                });
        walls.as(
                Wall.JOB,
                () -> {
                    before("delete from once where at < :before", KEYS);
                    before("delete from draft where saved_at < :before", DRAFTS);
                });
    }

    private void before(String sql, Duration age) {
        db.sql(sql).param("before", Timestamp.from(clock.instant().minus(age))).update();
    }
}
