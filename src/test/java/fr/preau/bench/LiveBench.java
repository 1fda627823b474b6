package fr.preau.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Locale;

/**
 * Pages that wait for news, at Préau and at a bare server: the memory of idle ones, the time of one
 * event to all of them. {@code LiveBench <jdk> <process> <port> <port of the database> <idle>
 * <reached>}; the people of {@code live.sql} are signed in.
 */
public final class LiveBench {
    /** Below what one account may follow at the same time. */
    private static final int EACH = 10;

    private static final int ROUNDS = 3;

    /** A little longer than the server keeps a page that has left without a word. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(55);

    private final String jdk;
    private final String database;

    private LiveBench(String jdk, String database) {
        this.jdk = jdk;
        this.database = database;
    }

    /** Resident and, after a collection, of the heap. */
    private record Memory(double resident, double heap) {
        Memory minus(Memory before) {
            return new Memory(resident - before.resident, heap - before.heap);
        }
    }

    static void main(String[] args) throws Exception {
        new LiveBench(
                        args[0],
                        "jdbc:postgresql://127.0.0.1:%s/preau?user=postgres&password=%s"
                                .formatted(args[3], System.getenv("PGPASSWORD")))
                .run(
                        Long.parseLong(args[1]),
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[4]),
                        Integer.parseInt(args[5]));
    }

    private void run(long preau, int port, int idle, int reached) throws Exception {
        var bare =
                new ProcessBuilder(
                                jdk + "/bin/java",
                                "-Xmx512m",
                                "-cp",
                                classes(),
                                BareServer.class.getName())
                        .start();
        try (var said = new BufferedReader(bare.inputReader(StandardCharsets.US_ASCII))) {
            var other = Integer.parseInt(said.readLine());
            memory(preau, port, idle / 5); // what starts once has started
            Thread.sleep(FORGOTTEN);
            var ours = memory(preau, port, idle);
            var theirs = memory(bare.pid(), other, idle);
            System.out.printf(
                    Locale.ROOT,
                    "%d idle: %.0f MB resident, %.0f MB of heap (%.1f kB each); bare: %.0f MB resident (%.1f kB each)%n",
                    idle,
                    ours.resident(),
                    ours.heap(),
                    ours.resident() * 1024 / idle,
                    theirs.resident(),
                    theirs.resident() * 1024 / idle);
            Thread.sleep(FORGOTTEN);
            var mine = events(port, reached, this::ring);
            var its =
                    events(
                            other,
                            reached,
                            () -> {
                                bare.getOutputStream().write('\n');
                                bare.getOutputStream().flush();
                            });
            System.out.printf(
                    Locale.ROOT,
                    "one event to %d: %.0f ms (worst %.0f), bare %.0f ms; ratio %.1f%n",
                    reached,
                    median(mine),
                    worst(mine),
                    median(its),
                    median(mine) / median(its));
        } finally {
            bare.destroy();
            bare.waitFor();
        }
    }

    private static String classes() {
        return Path.of("target/test-classes").toString();
    }

    private Memory memory(long process, int port, int many) throws Exception {
        var before = memoryOf(process);
        try (var pages = new OpenPages(port)) {
            pages.open(many, LiveBench::cookie);
            return memoryOf(process).minus(before);
        }
    }

    private static String cookie(int page) {
        return "bench-live-" + (1 + page / EACH);
    }

    private interface Ringing {
        void ring() throws Exception;
    }

    private static double[] events(int port, int many, Ringing ringing) throws Exception {
        var lasted = new double[ROUNDS];
        try (var pages = new OpenPages(port)) {
            pages.open(many, LiveBench::cookie);
            for (var round = 0; round < ROUNDS; round++) {
                var began = System.nanoTime();
                ringing.ring();
                lasted[round] = pages.untilRung(began) / 1e6;
            }
        }
        return lasted;
    }

    /** What is told to everybody at once, committed once. */
    private void ring() throws Exception {
        try (var connection = DriverManager.getConnection(database);
                var sql = connection.createStatement()) {
            sql.execute(
                    "select pg_notify('preau_live', 'bell-' || id) from person where join_key like 'bench-live-%'");
        }
    }

    private Memory memoryOf(long process) throws IOException, InterruptedException {
        jcmd(process, "GC.run");
        var heap = jcmd(process, "GC.heap_info").replaceAll("(?s).*?used (\\d+)K.*", "$1");
        var resident =
                Files.readString(Path.of("/proc/" + process + "/status"))
                        .replaceAll("(?s).*VmRSS:\\s*(\\d+) kB.*", "$1");
        return new Memory(Long.parseLong(resident) / 1024.0, Long.parseLong(heap) / 1024.0);
    }

    private String jcmd(long process, String command) throws IOException, InterruptedException {
        var run =
                new ProcessBuilder(jdk + "/bin/jcmd", Long.toString(process), command)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) throw new IOException(said);
        return said;
    }

    private static double median(double[] of) {
        return java.util.Arrays.stream(of).sorted().toArray()[of.length / 2];
    }

    private static double worst(double[] of) {
        return java.util.Arrays.stream(of).max().orElse(0);
    }
}
