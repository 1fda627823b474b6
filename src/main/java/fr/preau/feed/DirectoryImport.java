package fr.preau.feed;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Imports a folder of deliveries: each academy's latest full one enters whole, in one transaction,
 * and answers with its report.
 */
@Component
public class DirectoryImport {
    private final Walls walls;
    private final JdbcClient db;
    private final StagingTables tables;
    private final Merge merge;
    private final Runs runs;
    private final ObjectProvider<AfterMerge> afterMerge;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DirectoryImport(
            Walls walls,
            JdbcClient db,
            StagingTables tables,
            Merge merge,
            Runs runs,
            ObjectProvider<AfterMerge> afterMerge,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.walls = walls;
        this.db = db;
        this.tables = tables;
        this.merge = merge;
        this.runs = runs;
        this.afterMerge = afterMerge;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Imports what the folder holds; the academy's code is asked of the files unless it is given.
     */
    public List<ImportReport> importFolder(Path folder, Optional<String> academy, Progress progress)
            throws Delivery.Unreadable {
        var deliveries = Delivery.in(folder);
        if (academy.isPresent() && deliveries.size() > 1) {
            throw new Delivery.Unreadable(
                    "Le dossier contient les livraisons de plusieurs origines : importer le dossier de chaque académie à part.");
        }
        var plans = new java.util.ArrayList<Plan>();
        for (var delivery : deliveries) plans.add(new Plan(delivery, academyOf(delivery, academy)));
        return plans.stream().map(plan -> importOne(plan, progress)).toList();
    }

    private record Plan(Delivery delivery, Academy academy) {}

    private static Academy academyOf(Delivery delivery, Optional<String> given)
            throws Delivery.Unreadable {
        var said = Academy.of(delivery);
        if (given.isEmpty()) {
            return said.orElseThrow(() ->
                    new Delivery.Unreadable(
                            "L'académie de la livraison est inconnue : préciser --academy 11 (Montpellier) "
                                    + "ou --academy 16 (Toulouse)."));
        }
        var wanted =
                Academy.ofCode(given.get())
                        .orElseThrow(() ->
                                new Delivery.Unreadable(
                                        "Académie inconnue : "
                                                + given.get()
                                                + " (attendu : 11 ou 16)."));
        if (said.isPresent() && said.get() != wanted) {
            throw new Delivery.Unreadable(
                    "La livraison est celle de l'"
                            + said.get().label.replace("A", "a")
                            + " ("
                            + said.get().code
                            + ") : elle ne peut pas entrer avec --academy "
                            + wanted.code
                            + ".");
        }
        return wanted;
    }

    private ImportReport importOne(Plan plan, Progress progress) {
        var from = clock.instant();
        // Wall time is for people; how long it took is measured apart, because a demo's clock may
        // stand still.
        var started = System.nanoTime();
        try {
            return walls.as(Wall.DIRECTORY, () -> work(plan, from, started, progress));
        } catch (RuntimeException e) {
            walls.as(Wall.DIRECTORY, () -> runs.failed(plan.academy(), from, clock.instant()));
            throw e;
        }
    }

    private ImportReport work(Plan plan, Instant from, long started, Progress progress) {
        // One import at a time, wherever it was started: two would merge from the same state.
        db.sql("select pg_advisory_xact_lock(7261736)").query((row, n) -> n).single();
        var academy = plan.academy();
        var reading = new Reading[1];
        tables.create();
        tables.fill(staging -> {
            reading[0] = new Reading(plan.delivery(), academy, staging, progress);
            reading[0].run();
        });
        tables.analyze();
        progress.step("fusion avec l'annuaire");
        var outcome = merge.run(academy, reading[0]);
        afterMerge.orderedStream().forEach(after -> after.merged(academy.code));
        var report =
                new ImportReport(
                        academy.label,
                        plan.delivery().date(),
                        outcome.lines(),
                        outcome.otherChanges(),
                        java.util.stream.Stream.concat(
                                        runs.firstRejects(false).stream(),
                                        runs.firstRejects(true).stream())
                                .toList(),
                        runs.rejects(false),
                        runs.rejects(true),
                        reading[0].broken(),
                        plan.delivery().leftAlone(),
                        Duration.ofNanos(System.nanoTime() - started));
        var run = runs.open(academy, from);
        runs.keepRejects(run);
        runs.close(run, clock.instant(), report);
        facts.publishEvent(new DeliveryImported(run, academy.code, report.changes()));
        return report;
    }
}
