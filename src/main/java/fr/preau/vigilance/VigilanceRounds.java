package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import fr.preau.messages.Oversight;
import fr.preau.vigilance.Figures.Figure;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits too long is told again and shown to the level above, then goes back to its author;
 * what is old goes: traces after a day, decisions after a year, and what nobody has decided then
 * too.
 */
@Component
class VigilanceRounds implements RecurringWork {
    private final JdbcClient db;
    private final Walls walls;
    private final Figures figures;
    private final Deciders deciders;
    private final Traces traces;
    private final Oversight oversight;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    VigilanceRounds(
            JdbcClient db,
            Walls walls,
            Figures figures,
            Deciders deciders,
            Traces traces,
            Oversight oversight,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.figures = figures;
        this.deciders = deciders;
        this.traces = traces;
        this.oversight = oversight;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "vigilance-rounds";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        walls.as(
                Wall.JOB,
                () -> {
                    var today = figures.today();
                    giveBack(today.get(Figure.HOLD_DAYS));
                    remind(before(Duration.ofHours(today.get(Figure.REMIND_HOURS))));
                    passOn(before(Duration.ofDays(today.get(Figure.REPORT_DAYS))));
                    traces.sweep(Duration.ofHours(today.get(Figure.TRACE_HOURS)));
                    forget(today);
                });
    }

    private Instant before(Duration age) {
        return clock.instant().minus(age);
    }

    private record Old(long school, long id, long message, long node, List<Long> but) {}

    /** Nobody has decided in so many days: its author knows, and may write again. */
    private void giveBack(int days) {
        for (var hold :
                old(
                        """
                        select school_id, message_id as id, message_id, node_id, array[author_id] as but from message_hold
                         where decided_at is null and held_at <= :before for update
                        """,
                        before(Duration.ofDays(days)))) {
            db.sql(
                            "update message_hold set decided_at = :now, verdict = 'NOBODY' where school_id = :school and message_id = :message")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("school", hold.school())
                    .param("message", hold.message())
                    .update();
            if (oversight.giveBack(
                    new Oversight.Key(hold.school(), hold.message()), t("vigilance.nobody", days)))
                facts.publishEvent(new MessageRefused(hold.school(), hold.message(), null, null));
        }
    }

    private void remind(Instant before) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var hold :
                old(
                        """
                        select h.school_id, h.message_id as id, h.message_id, h.node_id, array[h.author_id] as but from message_hold h
                          join message m on m.school_id = h.school_id and m.id = h.message_id and m.state = 'WAITING' and m.recalled_at is null
                         where h.decided_at is null and coalesce(h.reminded_at, h.held_at) <= :before for update of h
                        """,
                        before)) {
            raise(
                    "update message_hold set reminded_at = :now, above_id = coalesce(cast(:above as bigint), above_id) where school_id = :school and message_id = :id",
                    hold);
            facts.publishEvent(new MessageStillWaits(hold.school(), hold.message(), now));
        }
    }

    private void passOn(Instant before) {
        for (var report :
                old(
                        """
                        select school_id, id, message_id, node_id, array_remove(array[author_id, reporter_id], null) as but from message_report
                         where decided_at is null and above_id is null and reported_at <= :before for update
                        """,
                        before)) {
            if (!raise(
                    "update message_report set above_id = :above where school_id = :school and id = :id and cast(:above as bigint) is not null",
                    report)) continue;
            facts.publishEvent(new ReportPassedOn(report.school(), report.id(), report.message()));
        }
    }

    private List<Old> old(String sql, Instant before) {
        return db.sql(sql)
                .param("before", Timestamp.from(before))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) ->
                        new Old(
                                row.getLong("school_id"),
                                row.getLong("id"),
                                row.getLong("message_id"),
                                row.getLong("node_id"),
                                List.of((Long[]) row.getArray("but").getArray())))
                .list();
    }

    private boolean raise(String sql, Old old) {
        @Nullable Long above = deciders.next(old.node(), old.but()).orElse(null);
        return db.sql(sql)
                        .param("above", above, Types.BIGINT)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("school", old.school())
                        .param("id", old.id())
                        .update()
                > 0;
    }

    private void forget(Map<Figure, Integer> today) {
        var before =
                Timestamp.from(
                        clock.instant()
                                .atOffset(ZoneOffset.UTC)
                                .minusMonths(today.get(Figure.REPORT_MONTHS))
                                .toInstant());
        for (var age : List.of("message_report.reported_at", "message_hold.held_at"))
            db.sql(
                            "delete from %s where coalesce(decided_at, %s) < :before"
                                    .formatted(age.split("\\.")[0], age))
                    .param("before", before)
                    .update();
    }
}
