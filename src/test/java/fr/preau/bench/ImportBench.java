package fr.preau.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Preau;
import fr.preau.feed.DirectoryImport;
import fr.preau.feed.ImportOptions;
import fr.preau.feed.Progress;
import fr.preau.feed.RawImport;
import fr.preau.generator.GenerateCommand;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.util.FileSystemUtils;

/**
 * Compares our import, its replays and its partial delivery with the raw minimum, in one run:
 * {@code ImportBench <folder> <schools> <rounds>}.
 */
public final class ImportBench {
    private final Series raw = new Series("raw: parse, COPY, one merge");
    private final Series first = new Series("import into an empty directory");
    private final Series replay = new Series("the same delivery again, read in full");
    private final Series known = new Series("the same delivery again, its digest known");
    private final Series partial = new Series("the partial delivery of 1 % that follows");

    private final Path work;
    private final Path full;
    private final Path followed;
    private final Path next;

    private ImportBench(Path work) {
        this.work = work;
        this.full = work.resolve("full");
        this.followed = work.resolve("followed");
        this.next = work.resolve("next");
    }

    static void main(String[] args) throws Exception {
        var schools = Integer.parseInt(args[1]);
        var rounds = Integer.parseInt(args[2]);
        var bench = new ImportBench(Path.of(args[0]));
        bench.generate(schools);
        bench.run(schools, rounds);
    }

    /** The full delivery, and apart from it the partial delivery of the next day. */
    private void generate(int schools) throws IOException {
        FileSystemUtils.deleteRecursively(work);
        var written =
                new GenerateCommand()
                        .run(List.of("--schools", "" + schools, "--delta", "--out", followed + ""));
        if (written != 0) throw new IOException("nothing was generated");
        try (var files = Files.walk(followed)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var day = file.toString().contains("_Complet_") ? full : next;
                var link = day.resolve(followed.relativize(file));
                Files.createDirectories(link.getParent());
                Files.createLink(link, file);
            }
        }
    }

    /** How an engine is asked to read a folder; the only place that knows it. */
    private enum Way {
        /** As an operator's second run: a delivery whose digest is known may be skipped. */
        ORDINARY,
        /** Whatever was read before, every record is read again. */
        IN_FULL
    }

    private static Object enter(DirectoryImport engine, Path folder, Way way) throws Exception {
        var options = way == Way.IN_FULL ? ImportOptions.USUAL.forced() : ImportOptions.USUAL;
        return engine.importFolder(folder, options, Progress.SILENT);
    }

    private void run(int schools, int rounds) throws Exception {
        var program = new SpringApplication(Preau.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setDefaultProperties(Map.of("preau.command", "import"));
        try (var context = program.run("--preau.data=target/bench-data")) {
            var engine = context.getBean(DirectoryImport.class);
            var baseline =
                    new RawImport(
                            context.getBean(HikariDataSource.class), full, work.resolve("rows"));
            // A million persons warm the machine up in one round; kinds alternate so that a busy
            // moment falls on all of them.
            for (var round = schools < 1000 ? -1 : 0; round <= rounds; round++) {
                System.out.println("round " + round);
                round(engine, baseline, round > 0);
            }
        }
        report(schools, rounds);
    }

    private void round(DirectoryImport engine, RawImport baseline, boolean counts)
            throws Exception {
        baseline.execute("truncate structure, person, affiliation, account, feed_run cascade");
        baseline.settle();
        raw.measure(
                counts,
                () -> {
                    baseline.run();
                    return 0;
                });
        baseline.settle();
        first.measure(counts, () -> enter(engine, full, Way.IN_FULL));
        baseline.settle();
        replay.measure(counts, () -> enter(engine, full, Way.IN_FULL));
        baseline.settle();
        known.measure(counts, () -> enter(engine, full, Way.ORDINARY));
        baseline.settle();
        partial.measure(counts, () -> enter(engine, next, Way.ORDINARY));
    }

    private void report(int schools, int rounds) {
        System.out.printf(
                "%n| %d schools, %d rounds | median | min | max |%n| --- | --- | --- | --- |%n",
                schools, rounds);
        for (var series : List.of(raw, first, replay, known, partial))
            System.out.print(series.row());
        System.out.printf(
                "%nimport / raw = %s, replay / import = %s, digest / import = %s, partial / import = %s%n",
                Series.ratio(first, raw),
                Series.ratio(replay, first),
                Series.ratio(known, first),
                Series.ratio(partial, first));
        System.out.printf(
                "heap: at most %d MB used of %d MB%n",
                peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    /** The sum of each heap pool's own peak: never less than what was really used at once. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
