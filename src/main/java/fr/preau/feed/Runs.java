package fr.preau.feed;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of readings: what each one brought, and the records that it could not use. */
@Component
final class Runs {
    private static final int READINGS_WITH_LINES = 30;

    private final JdbcClient db;
    private final Walls walls;
    private final Live live;
    private final Clock clock;

    Runs(JdbcClient db, Walls walls, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.live = live;
        this.clock = clock;
    }

    /** The last delivery that entered for an academy. */
    record Last(String nature, String deliveryDate, String digest) {
        boolean isAfter(Delivery delivery) {
            var order = deliveryDate.compareTo(delivery.date());
            return order > 0 || order == 0 && nature.equals("DELTA") && delivery.full();
        }
    }

    Optional<Last> last(Academy academy) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select nature, delivery_date, coalesce(digest, '') as digest from feed_run
                                         where academy = :academy and state = 'DONE'
                                         order by delivery_date desc, nature, id desc limit 1
                                        """)
                                .param("academy", academy.code)
                                .query(Last.class)
                                .optional());
    }

    /** Why this delivery has nothing to bring any more, if so. */
    Optional<ImportReport.Fate> useless(Academy academy, Delivery delivery, String digest) {
        var last = last(academy);
        if (last.isEmpty()) return Optional.empty();
        var overtaken = last.get().isAfter(delivery);
        if (last.get().digest().equals(digest) || overtaken && entered(academy, digest))
            return Optional.of(ImportReport.Fate.KNOWN);
        return overtaken ? Optional.of(ImportReport.Fate.OVERTAKEN) : Optional.empty();
    }

    /** A reading that turned out to be useless before it began leaves no line. */
    void forget(long run) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql("delete from feed_run where id = :run and state = 'RUNNING'")
                                .param("run", run)
                                .update());
    }

    /** Whether this very delivery has ever entered. */
    private boolean entered(Academy academy, String digest) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "select exists (select 1 from feed_run where academy = :academy and state = 'DONE' and digest = :digest)")
                                .param("academy", academy.code)
                                .param("digest", digest)
                                .query(Boolean.class)
                                .single());
    }

    /** Opens a reading in a transaction of its own: it is seen while it works. */
    long open(Academy academy, Delivery delivery, String source, String digest) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        insert into feed_run (academy, started_at, seen_at, state, nature, delivery_date, source, digest, step)
                                        values (:academy, :now, :now, 'RUNNING', :nature, :date, :source, :digest, 'lecture') returning id
                                        """)
                                .param("academy", academy.code)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("nature", delivery.nature())
                                .param("date", delivery.date())
                                .param("source", source)
                                .param("digest", digest)
                                .query(Long.class)
                                .single());
    }

    void seen(long run, String step, int percent) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    live.changed("delivery-" + run);
                    db.sql(
                                    "update feed_run set seen_at = :now, step = :step, percent = :percent where id = :run and state = 'RUNNING'")
                            .param("now", Timestamp.from(clock.instant()))
                            .param("step", step)
                            .param("percent", percent)
                            .param("run", run)
                            .update();
                });
    }

    /**
     * Structures come whole every evening, and their warnings with them: a month of readings keeps
     * its lines.
     */
    void keepRejects(long run) {
        db.sql(
                        """
                        delete from feed_reject where run_id in (
                               select o.id from feed_run o join feed_run r on r.id = :run and r.academy = o.academy
                                where o.id < r.id order by o.id desc offset :kept)
                        """)
                .param("run", run)
                .param("kept", READINGS_WITH_LINES)
                .update();
        db.sql(
                        "insert into feed_reject select :run, file, identifier, reason, warning from stage_reject")
                .param("run", run)
                .update();
    }

    List<ImportReport.Reject> firstRejects(boolean warning) {
        return db.sql(
                        """
                        select file, coalesce(identifier, '') as identifier, reason, warning from stage_reject where warning = :warning
                        order by file, length(identifier), identifier, reason limit :shown
                        """)
                .param("warning", warning)
                .param("shown", ImportReport.SHOWN)
                .query(ImportReport.Reject.class)
                .list();
    }

    long rejects(boolean warning) {
        return db.sql("select count(*) from stage_reject where warning = :warning")
                .param("warning", warning)
                .query(Long.class)
                .single();
    }

    /**
     * Closes a reading: in the transaction of what it wrote, or in one of its own when nothing was.
     */
    void close(long run, String state, ImportReport report) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    live.changed("delivery-" + run);
                    db.sql(
                                    """
                                    update feed_run set ended_at = :at, state = :state, changes = :changes, departed = :departed, rejected = :rejected,
                                           warned = :warned, percent = 100, step = '', report = :report where id = :run
                                    """)
                            .param("at", Timestamp.from(clock.instant()))
                            .param("state", state)
                            .param("changes", report.changes())
                            .param("departed", report.counted().departed())
                            .param("rejected", report.rejected())
                            .param("warned", report.warned())
                            .param("report", report.text())
                            .param("run", run)
                            .update();
                });
    }

    void failed(long run) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "update feed_run set ended_at = :at, state = 'FAILED' where id = :run")
                                .param("at", Timestamp.from(clock.instant()))
                                .param("run", run)
                                .update());
    }
}
