package fr.preau.feed;

import fr.preau.database.Background;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings one delivery into the directory: whole, in one transaction, or not at all. */
@Component
final class ImportOne {
    private final Walls walls;
    private final JdbcClient db;
    private final StagingTables tables;
    private final Merge merge;
    private final Runs runs;
    private final ObjectProvider<AfterMerge> afterMerge;
    private final ApplicationEventPublisher facts;
    private final Background background;
    private final Touched touched;

    ImportOne(
            Walls walls,
            JdbcClient db,
            StagingTables tables,
            Merge merge,
            Runs runs,
            ObjectProvider<AfterMerge> afterMerge,
            ApplicationEventPublisher facts,
            Background background,
            Touched touched) {
        this.walls = walls;
        this.db = db;
        this.tables = tables;
        this.merge = merge;
        this.runs = runs;
        this.afterMerge = afterMerge;
        this.facts = facts;
        this.background = background;
        this.touched = touched;
    }

    /** The delivery was done and must not stay: the transaction ends with its report. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ImportReport report;

        Undone(ImportReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    ImportReport run(
            Academy academy,
            Delivery delivery,
            String source,
            String digest,
            ImportOptions options,
            Progress progress) {
        var run = runs.open(academy, delivery, source, digest);
        try (var pulse = new Pulse(runs, run, progress);
                var steppedBack = background.steppedBack()) {
            var fresh = walls.as(Wall.DIRECTORY, () -> touched.isFresh(academy));
            var report =
                    walls.as(
                            Wall.DIRECTORY,
                            () -> {
                                steppedBack.stepBack();
                                return work(run, academy, delivery, digest, options, pulse);
                            });
            if (fresh) walls.as(Wall.DIRECTORY, this::analyze);
            return report;
        } catch (Undone undone) {
            if (undone.report.fate() == ImportReport.Fate.KNOWN
                    || undone.report.fate() == ImportReport.Fate.OVERTAKEN) {
                runs.forget(run);
                return undone.report;
            }
            var state = undone.report.fate() == ImportReport.Fate.STOPPED ? "STOPPED" : "REHEARSED";
            runs.close(run, state, undone.report);
            return undone.report;
        } catch (RuntimeException e) {
            runs.failed(run);
            throw e;
        }
    }

    private ImportReport work(
            long run,
            Academy academy,
            Delivery delivery,
            String digest,
            ImportOptions options,
            Pulse pulse) {
        // Wall time is for people; how long it took is measured apart, because a demo's clock may
        // stand still.
        var started = System.nanoTime();
        prepare(academy);
        stopWhenOvertaken(academy, delivery, digest, options);
        var reading = read(academy, delivery, pulse);
        choosePlans(academy);
        var outcome = merge.run(academy, delivery, reading, pulse);
        afterMerge.orderedStream().forEach(after -> after.merged(academy.code));
        var stops = !outcome.suspicious().isEmpty() && !options.acceptShrink();
        var fate =
                stops
                        ? ImportReport.Fate.STOPPED
                        : options.dryRun()
                                ? ImportReport.Fate.REHEARSED
                                : ImportReport.Fate.IMPORTED;
        var report =
                new ImportReport(
                        academy.label,
                        new ImportReport.Delivered(
                                delivery.full(), delivery.date(), delivery.leftAlone()),
                        fate,
                        outcome.lines(),
                        new ImportReport.Changes(
                                outcome.otherChanges(), outcome.departed(), outcome.returned()),
                        Stream.concat(
                                        runs.firstRejects(false).stream(),
                                        runs.firstRejects(true).stream())
                                .toList(),
                        runs.rejects(false),
                        runs.rejects(true),
                        reading.broken(),
                        outcome.suspicious().stream().map(ImportOne::said).toList(),
                        Duration.ofNanos(System.nanoTime() - started));
        if (fate != ImportReport.Fate.IMPORTED) throw new Undone(report);
        pulse.close();
        runs.keepRejects(run);
        runs.close(run, "DONE", report);
        facts.publishEvent(new DeliveryImported(run, academy.code, report.changes()));
        return report;
    }

    private static String said(LeaverMerge.Share share) {
        var kind =
                switch (share.kind()) {
                    case STRUCTURE -> "écoles";
                    case PUPIL -> "élèves";
                    case GUARDIAN -> "responsables";
                    case STAFF -> "personnels";
                };
        return "%d %s sur %d partiraient (%d %%)"
                .formatted(
                        share.leaving(),
                        kind,
                        share.known(),
                        share.leaving() * 100 / share.known());
    }

    /** Another reading may have entered while this one waited for its turn. */
    private void stopWhenOvertaken(
            Academy academy, Delivery delivery, String digest, ImportOptions options) {
        if (options.force()) return;
        runs.useless(academy, delivery, digest)
                .ifPresent(fate -> {
                    throw new Undone(ImportReport.unread(academy.label, delivery, fate));
                });
    }

    /**
     * One import of an academy at a time, wherever it was started: two would merge from the same
     * state.
     */
    private void prepare(Academy academy) {
        db.sql("select pg_advisory_xact_lock(7261736, :academy)")
                .param("academy", Integer.parseInt(academy.code))
                .query((row, n) -> n)
                .single();
        db.sql("set local work_mem = '192MB'").update();
        db.sql("set local jit = off").update();
        // A look-up for each key of a million rows is most of an import's time and finds nothing:
        // every row comes from a join with the row that it points to.
        if (db.sql("select has_parameter_privilege('session_replication_role', 'set')")
                .query(Boolean.class)
                .single()) db.sql("set local session_replication_role = replica").update();
    }

    /**
     * The planner's figures of the directory are of yesterday, or of an empty table: a delivery of
     * everybody is joined whole and never row by row, whatever they say; a smaller one is looked
     * up, in pages that are mostly in memory, rather than sought through the tables of a région.
     */
    private void choosePlans(Academy academy) {
        var people = db.sql("select count(*) from stage_person").query(Long.class).single();
        var everybody =
                db.sql(
                                """
                                select count(*) < :many from (select 1 from person where academy = :academy limit :many) known
                                """)
                        .param("academy", academy.code)
                        .param("many", 10 * people)
                        .query(Boolean.class)
                        .single();
        db.sql(everybody ? "set local enable_nestloop = off" : "set local random_page_cost = 0.3")
                .update();
    }

    /** A first delivery fills tables of which the planner knows nothing. */
    private void analyze() {
        db.sql(
                        """
                        analyze structure, school_above, person, affiliation, enrolment, guardianship, role, school_class,
                                class_enrolment, circle
                        """)
                .update();
    }

    private Reading read(Academy academy, Delivery delivery, Progress progress) {
        var reading = new Reading[1];
        tables.create();
        tables.fill(staging -> {
            reading[0] = new Reading(delivery, academy, staging, progress);
            reading[0].run();
        });
        tables.analyze();
        return reading[0];
    }
}
