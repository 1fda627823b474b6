package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.quiet.QuietHours;
import fr.preau.web.Fact;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * A fact becomes notifications, one statement each; the same fact delivered twice makes them once.
 * All of it behind {@code Wall.JOB}: who listens to a fact has no reach of their own, and would not
 * see the hours that a school has chosen.
 */
@Component
class TellPeople {
    private static final String INTO =
            """
            with told as (insert into notification (school_id, person_id, kind, subject_id, pupil_id, fact, at, deliver_at)
            """;
    private static final String ONCE =
            """
             on conflict (school_id, person_id, fact, pupil_id) do nothing returning person_id, deliver_at
            ) select distinct person_id from told where deliver_at <= :now
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final QuietHours quiet;
    private final Live live;
    private final Clock clock;

    TellPeople(JdbcClient db, Walls walls, QuietHours quiet, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.quiet = quiet;
        this.live = live;
        this.clock = clock;
    }

    /**
     * In quiet hours of the school they hear it at their end. {@code whom} names a row for each of
     * them, out of {@code :school}, {@code :fact}, {@code :now}, {@code :opens}, {@code :today} and
     * what is {@code given}.
     */
    void of(Fact fact, long school, String whom, Map<String, ?> given) {
        var now = clock.instant();
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                told(fact, whom, given, now, quiet.opensAt(school, now))
                                        .param("school", school)
                                        .query(Long.class)
                                        .list()));
    }

    /** Whatever the hour; the same without {@code :school}. */
    void atOnce(Fact fact, String whom, Map<String, ?> given) {
        var now = clock.instant();
        walls.as(
                Wall.JOB,
                () -> live.ring(told(fact, whom, given, now, now).query(Long.class).list()));
    }

    /** What is over: {@code whose} returns the persons whose bells count anew. */
    void over(String whose, Map<String, ?> given) {
        var now = Timestamp.from(clock.instant());
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                db.sql(whose)
                                        .params(given)
                                        .param("now", now)
                                        .query(Long.class)
                                        .list()));
    }

    /** Gives those who hear it now. */
    private StatementSpec told(
            Fact fact, String whom, Map<String, ?> given, Instant now, Instant opens) {
        return db.sql(INTO + whom + ONCE)
                .params(given)
                .param("fact", fact.identity())
                .param("now", Timestamp.from(now))
                .param("opens", Timestamp.from(opens))
                .param("today", LocalDate.ofInstant(now, clock.getZone()));
    }
}
