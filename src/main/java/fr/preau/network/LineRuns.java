package fr.preau.network;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tests under way. What each has asked for and brought is counted in its row, so that the limits
 * hold on every node; a run is of one account and of nobody else.
 */
@Component
class LineRuns {
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    LineRuns(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** What is known of a run when its figures come. */
    record Run(long id, String room, Instant startedAt, int downBytes, int upBytes) {}

    /** The number of the new run; empty when this account, or everybody, has run enough. */
    OptionalLong begin(long school, long account, String room) {
        return walls.as(
                Wall.JOB,
                () -> {
                    var limits = limits();
                    db.sql("delete from network_run where started_at < :old")
                            .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                            .update();
                    // Two presses of one account at once are counted one after the other.
                    db.sql("select pg_advisory_xact_lock(hashtext('network_run'), :account::int)")
                            .param("account", account % Integer.MAX_VALUE)
                            .query((row, n) -> n)
                            .single();
                    return db.sql(
                                    """
                                    insert into network_run (school_id, account_id, room, started_at)
                                    select :school, :account, :room, :now
                                     where (select count(*) from network_run where account_id = :account and started_at > :since) < :mine
                                       and (select count(*) from network_run where started_at > :since) < :all
                                    returning id
                                    """)
                            .param("school", school)
                            .param("account", account)
                            .param("room", room)
                            .param("now", Timestamp.from(clock.instant()))
                            .param(
                                    "since",
                                    Timestamp.from(
                                            clock.instant()
                                                    .minus(
                                                            Duration.ofMinutes(
                                                                    limits.windowMinutes()))))
                            .param("mine", limits.accountTests())
                            .param("all", limits.allTests())
                            .query(Long.class)
                            .optional()
                            .map(OptionalLong::of)
                            .orElseGet(OptionalLong::empty);
                });
    }

    /** Whether the run exists, is under way, and may still ask for so many bytes. */
    boolean asks(long school, long run, long account, int bytes) {
        return counts(school, run, account, bytes, 0);
    }

    /** Whether it may have brought so many bytes. */
    boolean brings(long school, long run, long account, int bytes) {
        return counts(school, run, account, 0, bytes);
    }

    private boolean counts(long school, long run, long account, int down, int up) {
        return walls.as(
                        Wall.JOB,
                        () -> {
                            var limits = limits();
                            return db.sql(
                                            """
                                            update network_run set down_bytes = down_bytes + :down, up_bytes = up_bytes + :up
                                             where school_id = :school and id = :run and account_id = :account and ended_at is null and started_at > :young
                                               and down_bytes + :down <= :mostDown and up_bytes + :up <= :mostUp
                                            """)
                                    .param("down", down)
                                    .param("up", up)
                                    .param("school", school)
                                    .param("run", run)
                                    .param("account", account)
                                    .param("young", Timestamp.from(young(limits)))
                                    .param("mostDown", limits.downBytes())
                                    .param("mostUp", limits.upBytes())
                                    .update();
                        })
                == 1;
    }

    private Instant young(Limits limits) {
        return clock.instant().minusSeconds(limits.seconds());
    }

    /** The run, when it is under way. */
    Optional<Run> find(long school, long run, long account) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select id, room, started_at, down_bytes, up_bytes from network_run
                                         where school_id = :school and id = :run and account_id = :account and ended_at is null and started_at > :young
                                        """)
                                .param("school", school)
                                .param("run", run)
                                .param("account", account)
                                .param("young", Timestamp.from(young(limits())))
                                .query(Run.class)
                                .optional());
    }

    /** A run gives one result. */
    void end(long school, Run run) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "update network_run set ended_at = :now where school_id = :school and id = :run")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("school", school)
                                .param("run", run.id())
                                .update());
    }

    /** The figures of today. */
    Limits limits() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        with now as (select distinct on (figure) figure, value from network_limit where valid_from <= :today order by figure, valid_from desc)
                                        select max(value) filter (where figure = 'DOWN_BYTES') as down_bytes, max(value) filter (where figure = 'UP_BYTES') as up_bytes,
                                               max(value) filter (where figure = 'SECONDS') as seconds, max(value) filter (where figure = 'WINDOW_MINUTES') as window_minutes,
                                               max(value) filter (where figure = 'ACCOUNT_TESTS') as account_tests, max(value) filter (where figure = 'ALL_TESTS') as all_tests from now
                                        """)
                                .param("today", LocalDate.now(clock))
                                .query(Limits.class)
                                .single());
    }
}
