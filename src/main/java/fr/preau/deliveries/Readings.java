package fr.preau.deliveries;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.RoleKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of readings, as far as somebody reaches: the région sees all académies. */
@Component
public final class Readings {
    static final int SHOWN = 30;

    /** A reading that has said nothing for this long was killed with its process. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Readings(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    public record Reading(
            long id,
            String academy,
            Instant startedAt,
            @Nullable Instant endedAt,
            String state,
            String nature,
            String deliveryDate,
            String source,
            String step,
            int percent,
            long changes,
            long departed,
            long rejected,
            long warned,
            String report,
            boolean silent) {
        public boolean runs() {
            return state.equals("RUNNING") && !silent;
        }

        /** The state that people read: a killed reading says so. */
        public String shownState() {
            return state.equals("RUNNING") && silent ? "INTERRUPTED" : state;
        }
    }

    public record Reject(
            long row, String file, String identifier, String reason, boolean warning) {}

    /** Who runs the feed: the région's lead, and an académie's assistance for its own. */
    static boolean concern(Actor actor) {
        return actor.is(RoleKind.REGION_LEAD) || actor.is(RoleKind.ASSISTANCE);
    }

    static boolean decides(Actor actor) {
        return actor.is(RoleKind.REGION_LEAD);
    }

    /** {@code before} is the number of the last one seen; 0: the latest. */
    List<Reading> of(Actor actor, long before) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        select(actor, "and (:number = 0 or r.id < :number)", before)
                                .query(Reading.class)
                                .list());
    }

    Optional<Reading> of(Actor actor, String number) {
        return number.matches("\\d{1,18}")
                ? walls.as(
                        Wall.DIRECTORY,
                        () ->
                                select(actor, "and r.id = :number", Long.parseLong(number))
                                        .query(Reading.class)
                                        .optional())
                : Optional.empty();
    }

    private JdbcClient.StatementSpec select(Actor actor, String which, long number) {
        return db.sql(
                        """
                        select r.id, r.academy, r.started_at, r.ended_at, r.state, r.nature, r.delivery_date, r.source, r.step, r.percent, r.changes,
                               r.departed, r.rejected, r.warned, r.report, coalesce(r.seen_at, r.started_at) < :silent as silent
                          from feed_run r
                         where exists (select 1 from structure s where s.id = any (:nodes)
                                          and (s.kind = 'REGION' or s.kind = 'ACADEMY' and s.academy = r.academy))
                        """
                                + which
                                + " order by r.id desc limit :shown")
                .param("nodes", actor.structures().stream().mapToLong(Long::longValue).toArray())
                .param("silent", Timestamp.from(clock.instant().minus(SILENCE)))
                .param("number", number)
                .param("shown", SHOWN + 1);
    }

    /** A page of the refused records, or of the warnings, after this row. */
    List<Reject> rejects(long reading, boolean warnings, long after, int most) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select row, file, identifier, reason, warning from (
                                            select row_number() over (order by file, length(identifier), identifier, reason) as row,
                                                   file, coalesce(identifier, '') as identifier, reason, warning
                                              from feed_reject where run_id = :reading and warning = :warnings) numbered
                                         where row > :after order by row limit :most
                                        """)
                                .param("reading", reading)
                                .param("warnings", warnings)
                                .param("after", after)
                                .param("most", most)
                                .query(Reject.class)
                                .list());
    }
}
