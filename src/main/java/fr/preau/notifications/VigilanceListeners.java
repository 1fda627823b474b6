package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.quiet.QuietHours;
import fr.preau.vigilance.Deciders;
import fr.preau.vigilance.MessageLet;
import fr.preau.vigilance.MessageRefused;
import fr.preau.vigilance.MessageReported;
import fr.preau.vigilance.MessageStillWaits;
import fr.preau.vigilance.MessageWaits;
import fr.preau.vigilance.MessageWithdrawn;
import fr.preau.vigilance.ReportDecided;
import fr.preau.vigilance.ReportPassedOn;
import fr.preau.web.Fact;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The second person is told that something waits for them; the author and whoever reported, what
 * was decided. An attack is told at once, whatever the hour.
 */
@Component
class VigilanceListeners {
    /** Those who decide at {@code node_id} and {@code above_id} of {@code x}. */
    private static final String DECIDERS =
            """
              join role r on r.structure_id in (x.node_id, x.above_id) and r.kind = any (:kinds)
               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
            """;

    private static final String WAITING =
            "select distinct x.school_id, r.person_id, :kind, x.message_id, null::bigint, :fact, :now::timestamptz, :opens::timestamptz from message_hold x "
                    + DECIDERS
                    + " where x.school_id = :school and x.message_id = :message and x.decided_at is null and r.person_id <> x.author_id";

    private static final String REPORTED =
            "select distinct x.school_id, r.person_id, :kind, x.message_id, null::bigint, :fact, :now::timestamptz, :opens::timestamptz from message_report x "
                    + DECIDERS
                    + " where x.school_id = :school and x.id = :report and x.decided_at is null and r.person_id <> x.author_id and r.person_id is distinct from x.reporter_id";

    private static final String AUTHOR =
            "select m.school_id, m.author_id, :kind, m.id, null::bigint, :fact, :now::timestamptz, :opens::timestamptz from message m where m.school_id = :school and m.id = :message";

    private static final String REPORTER =
            """
            select x.school_id, x.reporter_id, :kind, x.message_id, null::bigint, :fact, :now::timestamptz, :opens::timestamptz from message_report x
             where x.school_id = :school and x.id = :report and x.reporter_id is not null
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final QuietHours quiet;
    private final Live live;
    private final Clock clock;

    VigilanceListeners(JdbcClient db, Walls walls, QuietHours quiet, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.quiet = quiet;
        this.live = live;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(MessageWaits waits) {
        var now = clock.instant();
        tell(
                waits,
                "MESSAGE_WAITING",
                WAITING,
                waits.school(),
                waits.message(),
                0,
                waits.reason().equals("SAME_TEXT") ? now : opens(waits.school()));
    }

    @ApplicationModuleListener
    void on(MessageStillWaits waits) {
        tell(
                waits,
                "MESSAGE_WAITING",
                WAITING,
                waits.school(),
                waits.message(),
                0,
                opens(waits.school()));
    }

    @ApplicationModuleListener
    void on(MessageLet let) {
        tell(let, "MESSAGE_LET", AUTHOR, let.school(), let.message(), 0, clock.instant());
    }

    @ApplicationModuleListener
    void on(MessageRefused refused) {
        tell(
                refused,
                "MESSAGE_REFUSED",
                AUTHOR,
                refused.school(),
                refused.message(),
                0,
                clock.instant());
    }

    @ApplicationModuleListener
    void on(MessageWithdrawn withdrawn) {
        tell(
                withdrawn,
                "MESSAGE_WITHDRAWN",
                AUTHOR,
                withdrawn.place(),
                withdrawn.message(),
                0,
                opens(withdrawn.place()));
    }

    @ApplicationModuleListener
    void on(MessageReported reported) {
        tell(
                reported,
                "MESSAGE_REPORTED",
                REPORTED,
                reported.place(),
                reported.message(),
                reported.report(),
                opens(reported.place()));
    }

    @ApplicationModuleListener
    void on(ReportPassedOn passed) {
        tell(
                passed,
                "MESSAGE_REPORTED",
                REPORTED,
                passed.place(),
                passed.message(),
                passed.report(),
                opens(passed.place()));
    }

    @ApplicationModuleListener
    void on(ReportDecided decided) {
        var opens = opens(decided.place());
        tell(
                decided,
                "MESSAGE_REPORT_DECIDED",
                REPORTER,
                decided.place(),
                decided.message(),
                decided.report(),
                opens);
        if (decided.decision().equals("WARNED"))
            tell(decided, "MESSAGE_WARNED", AUTHOR, decided.place(), decided.message(), 0, opens);
    }

    private Instant opens(long school) {
        return quiet.opensAt(school, clock.instant());
    }

    private void tell(
            Fact fact,
            String kind,
            String whom,
            long school,
            long message,
            long report,
            Instant opens) {
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                db.sql(Listeners.INTO + whom + Listeners.ONCE)
                                        .param("kind", kind)
                                        .param("school", school)
                                        .param("message", message)
                                        .param("report", report)
                                        .param("kinds", Deciders.kinds())
                                        .param("today", LocalDate.now(clock))
                                        .param("fact", fact.identity())
                                        .param("now", Timestamp.from(clock.instant()))
                                        .param("opens", Timestamp.from(opens))
                                        .query(Long.class)
                                        .list()));
    }
}
