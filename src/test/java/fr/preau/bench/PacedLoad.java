package fr.preau.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Asks for the home page of signed-in people at a steady pace, whether or not answers come, and
 * counts from the moment at which each was due: before a command, while it runs, and after: {@code
 * PacedLoad <base> <people> <per second> <idle seconds> <file for the command's words> <command…>}.
 */
public final class PacedLoad {
    private static final int WARMING_UP = 30;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final String base;
    private final int people;
    private final int perSecond;

    private PacedLoad(String base, int people, int perSecond) {
        this.base = base;
        this.people = people;
        this.perSecond = perSecond;
    }

    /** What one stretch of time has given. */
    private record Stretch(ConcurrentLinkedQueue<Double> times, AtomicInteger bad) {
        double at(double part) {
            var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.2f | %.2f | %.2f |%n",
                    name,
                    times.size(),
                    bad.get(),
                    at(.5),
                    at(.95),
                    at(.99));
        }
    }

    static void main(String[] args) throws IOException, InterruptedException {
        var load = new PacedLoad(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        load.run(
                Integer.parseInt(args[3]),
                new File(args[4]),
                List.of(args).subList(5, args.length));
    }

    private void run(int idle, File words, List<String> command)
            throws IOException, InterruptedException {
        warmUp(lasting(WARMING_UP));
        System.out.printf(
                "| %d home pages per second, %d people | pages | failed | p50 ms | p95 ms | p99 ms |%n",
                perSecond, people);
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        var before = stretch(lasting(idle));
        before.print("before");
        var work =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words).start();
        var during = stretch(work::isAlive);
        during.print("while the command runs");
        var after = stretch(lasting(idle));
        after.print("after");
        System.out.printf(
                Locale.ROOT,
                "command ended with %d; p95 during / idle = %.2f%n",
                work.waitFor(),
                2 * during.at(.95) / (before.at(.95) + after.at(.95)));
    }

    /**
     * A program that has served ten thousand pages is another than one that has just started: a few
     * at a time, as fast as answers come.
     */
    private void warmUp(BooleanSupplier goesOn) {
        var unseen = new Stretch(new ConcurrentLinkedQueue<>(), new AtomicInteger());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one = 0; one < 8; one++) {
                var first = one;
                threads.submit(() -> {
                    for (var n = first; goesOn.getAsBoolean(); n++)
                        ask(1 + n % people, System.nanoTime(), unseen);
                });
            }
        }
    }

    private static BooleanSupplier lasting(int seconds) {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        return () -> System.nanoTime() < end;
    }

    private Stretch stretch(BooleanSupplier goesOn) {
        var stretch = new Stretch(new ConcurrentLinkedQueue<>(), new AtomicInteger());
        var step = 1_000_000_000L / perSecond;
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n % perSecond != 0 || goesOn.getAsBoolean(); n++) {
                var due = start + n * step;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                var who = 1 + n % people;
                threads.submit(() -> ask(who, due, stretch));
            }
        }
        return stretch;
    }

    private void ask(int who, long due, Stretch stretch) {
        var request =
                HttpRequest.newBuilder(URI.create(base + "/"))
                        .header("Cookie", "preau=bench-" + who)
                        .header("Accept-Encoding", "gzip")
                        .timeout(Duration.ofSeconds(30))
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) stretch.bad().incrementAndGet();
        } catch (Exception e) {
            stretch.bad().incrementAndGet();
        }
        stretch.times().add((System.nanoTime() - due) / 1e6);
    }
}
