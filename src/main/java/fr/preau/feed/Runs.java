package fr.preau.feed;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of readings: what each one brought, and the records that it could not use. */
@Component
final class Runs {
    private final JdbcClient db;

    Runs(JdbcClient db) {
        this.db = db;
    }

    long open(Academy academy, Instant at) {
        return db.sql(
                        "insert into feed_run (academy, started_at, state) values (:academy, :at, 'FAILED') returning id")
                .param("academy", academy.code)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void keepRejects(long run) {
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

    void close(long run, Instant at, ImportReport report) {
        db.sql(
                        "update feed_run set ended_at = :at, state = 'DONE', changes = :changes, report = :report where id = :run")
                .param("at", Timestamp.from(at))
                .param("changes", report.changes())
                .param("report", report.text())
                .param("run", run)
                .update();
    }

    void failed(Academy academy, Instant from, Instant at) {
        db.sql(
                        "insert into feed_run (academy, started_at, ended_at, state) values (:academy, :from, :at, 'FAILED')")
                .param("academy", academy.code)
                .param("from", Timestamp.from(from))
                .param("at", Timestamp.from(at))
                .update();
    }
}
