package fr.preau.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Preau;
import fr.preau.feed.DirectoryImport;
import fr.preau.feed.Progress;
import fr.preau.feed.RawImport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * Compares our import, and its replay, with the raw minimum, in one run: {@code ImportBench
 * <folder> <pupils> <rounds>}.
 */
public final class ImportBench {
    private final List<Double> raw = new ArrayList<>();
    private final List<Double> first = new ArrayList<>();
    private final List<Double> replay = new ArrayList<>();

    static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        GenerateDelivery.write(folder, Integer.parseInt(args[1]), 1);
        new ImportBench().run(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private void run(Path folder, int pupils, int rounds) throws Exception {
        var program = new SpringApplication(Preau.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setDefaultProperties(Map.of("preau.command", "import"));
        try (var context = program.run("--preau.data=target/bench-data")) {
            var imports = context.getBean(DirectoryImport.class);
            var baseline = new RawImport(context.getBean(HikariDataSource.class), folder);
            // The first rounds warm the machine up and are not counted; kinds alternate so that a
            // busy moment falls on all of them.
            for (var round = -2; round < rounds; round++) {
                baseline.execute("truncate structure, person, feed_run cascade");
                var a =
                        seconds(() -> {
                            baseline.run();
                            return 0;
                        });
                var b =
                        seconds(() ->
                                imports.importFolder(folder, Optional.empty(), Progress.SILENT));
                var c =
                        seconds(() ->
                                imports.importFolder(folder, Optional.empty(), Progress.SILENT));
                System.out.printf(
                        "round %d: raw %.2f s, import %.2f s, replay %.2f s%n", round, a, b, c);
                if (round < 0) continue;
                raw.add(a);
                first.add(b);
                replay.add(c);
            }
        }
        report(pupils, rounds);
    }

    private static double seconds(Callable<?> work) throws Exception {
        var from = System.nanoTime();
        work.call();
        return (System.nanoTime() - from) / 1e9;
    }

    private void report(int pupils, int rounds) {
        System.out.printf(
                "%n| %d pupils, %d rounds | median | min | max |%n| --- | --- | --- | --- |%n",
                pupils, rounds);
        row("raw: parse + COPY + one merge", raw);
        row("import into an empty directory", first);
        row("replay of the same delivery", replay);
        System.out.printf(
                "%nimport / raw = %.2f, replay / import = %.2f%n",
                median(first) / median(raw), median(replay) / median(first));
    }

    private static void row(String name, List<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        System.out.printf(
                "| %s | %.2f s | %.2f s | %.2f s |%n",
                name, median(seconds), sorted.getFirst(), sorted.getLast());
    }

    private static double median(List<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
