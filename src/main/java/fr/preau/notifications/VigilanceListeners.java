package fr.preau.notifications;

import fr.preau.vigilance.Deciders;
import fr.preau.vigilance.MessageLet;
import fr.preau.vigilance.MessageRefused;
import fr.preau.vigilance.MessageReported;
import fr.preau.vigilance.MessageStillWaits;
import fr.preau.vigilance.MessageWaits;
import fr.preau.vigilance.MessageWithdrawn;
import fr.preau.vigilance.ReportDecided;
import fr.preau.vigilance.ReportPassedOn;
import java.util.Map;
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

    private final TellPeople tell;

    VigilanceListeners(TellPeople tell) {
        this.tell = tell;
    }

    @ApplicationModuleListener
    void on(MessageWaits waits) {
        var given = waiting(waits.school(), waits.message());
        if (waits.reason().equals("SAME_TEXT")) tell.atOnce(waits, WAITING, given);
        else tell.of(waits, waits.school(), WAITING, given);
    }

    @ApplicationModuleListener
    void on(MessageStillWaits waits) {
        tell.of(waits, waits.school(), WAITING, waiting(waits.school(), waits.message()));
    }

    private static Map<String, ?> waiting(long school, long message) {
        return Map.of(
                "school",
                school,
                "message",
                message,
                "kind",
                "MESSAGE_WAITING",
                "kinds",
                Deciders.kinds());
    }

    @ApplicationModuleListener
    void on(MessageLet let) {
        tell.atOnce(let, AUTHOR, author("MESSAGE_LET", let.school(), let.message()));
    }

    @ApplicationModuleListener
    void on(MessageRefused refused) {
        tell.atOnce(
                refused, AUTHOR, author("MESSAGE_REFUSED", refused.school(), refused.message()));
    }

    @ApplicationModuleListener
    void on(MessageWithdrawn withdrawn) {
        tell.of(
                withdrawn,
                withdrawn.place(),
                AUTHOR,
                author("MESSAGE_WITHDRAWN", withdrawn.place(), withdrawn.message()));
    }

    private static Map<String, ?> author(String kind, long school, long message) {
        return Map.of("school", school, "message", message, "kind", kind);
    }

    @ApplicationModuleListener
    void on(MessageReported reported) {
        tell.of(reported, reported.place(), REPORTED, reported(reported.report()));
    }

    @ApplicationModuleListener
    void on(ReportPassedOn passed) {
        tell.of(passed, passed.place(), REPORTED, reported(passed.report()));
    }

    private static Map<String, ?> reported(long report) {
        return Map.of("report", report, "kind", "MESSAGE_REPORTED", "kinds", Deciders.kinds());
    }

    @ApplicationModuleListener
    void on(ReportDecided decided) {
        tell.of(
                decided,
                decided.place(),
                REPORTER,
                Map.of("report", decided.report(), "kind", "MESSAGE_REPORT_DECIDED"));
        if (decided.decision().equals("WARNED"))
            tell.of(
                    decided,
                    decided.place(),
                    AUTHOR,
                    author("MESSAGE_WARNED", decided.place(), decided.message()));
    }
}
