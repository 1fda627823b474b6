package fr.preau.feed;

import fr.preau.database.Background;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Live;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Imports what a folder or an archive holds: for each academy its latest full delivery and the
 * deltas that follow, in order of date; the academies side by side, unless that would leave no
 * processor to those who read pages.
 */
@Component
public class DirectoryImport {
    /** Below this many bytes, one after the other is as quick. */
    private static final long WORTH_TWO = 5_000_000;

    /** Processors from which two merges leave enough to pages. */
    private static final int ENOUGH = 4;

    private final ImportOne one;
    private final Runs runs;
    private final StructureMerge structures;
    private final Walls walls;
    private final Background background;
    private final Live live;

    DirectoryImport(
            ImportOne one,
            Runs runs,
            StructureMerge structures,
            Walls walls,
            Background background,
            Live live) {
        this.one = one;
        this.runs = runs;
        this.structures = structures;
        this.walls = walls;
        this.background = background;
        this.live = live;
    }

    /**
     * Imports what the folder holds; the academy's code is asked of the files unless it is given.
     */
    public List<ImportReport> importFolder(Path folder, Optional<String> academy, Progress progress)
            throws Delivery.Unreadable {
        return importFolder(folder, ImportOptions.USUAL.of(academy), progress);
    }

    /**
     * Imports what the folder or the archive holds.
     *
     * @throws Delivery.Unreadable nothing was read, with the reason in French
     */
    public List<ImportReport> importFolder(Path folder, ImportOptions options, Progress progress)
            throws Delivery.Unreadable {
        try (var source = Source.open(folder)) {
            var plans = plans(source, options);
            // One root for all, before any academy needs it.
            walls.as(Wall.DIRECTORY, structures::region);
            return background.run(() -> follow(plans, source, options, progress));
        }
    }

    private record Plan(Academy academy, List<Delivery> chain) {}

    private List<Plan> plans(Source source, ImportOptions options) throws Delivery.Unreadable {
        var chains = Delivery.chains(source.files());
        if (options.academy().isPresent() && chains.size() > 1) {
            throw new Delivery.Unreadable(
                    "Le dossier contient les livraisons de plusieurs origines : importer le dossier de chaque académie à part.");
        }
        var plans = new ArrayList<Plan>();
        for (var chain : chains) {
            var academy = academyOf(chain, options.academy());
            if (!chain.getFirst().full() && runs.last(academy).isEmpty()) {
                throw new Delivery.Unreadable(
                        "Le dossier "
                                + source.name()
                                + " ne contient que des livraisons partielles (Delta) : "
                                + "il faut d'abord une livraison complète (Complet).");
            }
            plans.add(new Plan(academy, chain));
        }
        return plans;
    }

    private static Academy academyOf(List<Delivery> chain, Optional<String> given)
            throws Delivery.Unreadable {
        var said = chain.stream().flatMap(d -> Academy.of(d).stream()).findFirst();
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

    private List<ImportReport> follow(
            List<Plan> plans, Source source, ImportOptions options, Progress progress) {
        if (plans.size() > 1 && source.size() > WORTH_TWO && !wouldCrowd())
            return together(plans, source.name(), options, progress);
        return plans.stream()
                .flatMap(plan -> follow(plan, source.name(), options, progress).stream())
                .toList();
    }

    private boolean wouldCrowd() {
        return Runtime.getRuntime().availableProcessors() < ENOUGH && live.isHeard();
    }

    /** The academies share nothing but the root of the tree. */
    private List<ImportReport> together(
            List<Plan> plans, String source, ImportOptions options, Progress progress) {
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var all =
                    plans.stream()
                            .map(plan ->
                                    CompletableFuture.supplyAsync(
                                            () -> follow(plan, source, options, progress), threads))
                            .toList();
            return all.stream().flatMap(one -> one.join().stream()).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A delivery that stops also stops those that follow it. */
    private List<ImportReport> follow(
            Plan plan, String source, ImportOptions options, Progress progress) {
        var reports = new ArrayList<ImportReport>();
        for (var delivery : plan.chain()) {
            var report = importOne(plan.academy(), delivery, source, options, progress);
            reports.add(report);
            if (report.fate() == ImportReport.Fate.STOPPED) break;
        }
        return reports;
    }

    private ImportReport importOne(
            Academy academy,
            Delivery delivery,
            String source,
            ImportOptions options,
            Progress progress) {
        var digest = Digest.of(delivery);
        if (!options.force()) {
            var useless = runs.useless(academy, delivery, digest);
            if (useless.isPresent())
                return ImportReport.unread(academy.label, delivery, useless.get());
        }
        return one.run(academy, delivery, source, digest, options, progress);
    }
}
