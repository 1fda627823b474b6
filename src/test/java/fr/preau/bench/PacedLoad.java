package fr.preau.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for the home page of signed-in people at a steady pace, whether or not answers come, and
 * counts from the moment at which each was due: {@code PacedLoad <base> <people> <per second>
 * <seconds>}, or {@code pid:<n>} for as long as that process lives. Prints p50, p95 and p99 in
 * milliseconds.
 */
public final class PacedLoad {
    private final ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bad = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    static void main(String[] args) {
        new PacedLoad().run(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]), args[3]);
    }

    private void run(String base, int people, int perSecond, String until) {
        var pid = until.startsWith("pid:") ? Long.parseLong(until.substring(4)) : -1;
        var seconds = pid < 0 ? Integer.parseInt(until) : Integer.MAX_VALUE;
        var step = 1_000_000_000L / perSecond;
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n / perSecond < seconds; n++) {
                var due = start + n * step;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                if (pid >= 0
                        && n % perSecond == 0
                        && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) break;
                var who = 1 + n % people;
                threads.submit(() -> ask(base, who, due));
            }
        }
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d %d %.2f %.2f %.2f%n",
                sorted.length,
                bad.get(),
                at(sorted, .5),
                at(sorted, .95),
                at(sorted, .99));
    }

    private void ask(String base, int who, long due) {
        var request =
                HttpRequest.newBuilder(URI.create(base + "/"))
                        .header("Cookie", "preau=bench-" + who)
                        .header("Accept-Encoding", "gzip")
                        .timeout(Duration.ofSeconds(30))
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) bad.incrementAndGet();
        } catch (Exception e) {
            bad.incrementAndGet();
        }
        times.add((System.nanoTime() - due) / 1e6);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }
}
