package fr.preau.bench;

import fr.preau.bench.Entry.Door;
import fr.preau.bench.Entry.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Monday, 8:30: every pupil of some schools signs in within a minute, each school behind one
 * address, beside the raw rate of the hash in the same run; then somebody guesses: {@code
 * DoorsBench <base> <process> <data> <schools> <pupils> <seconds> <per cent with words> <guesses>}.
 */
public final class DoorsBench {
    private static final int WARMING_UP = 100;
    private static final int RAW_SECONDS = 6;

    /** One in so many slips once, as children do. */
    private static final int SLIPS = 10;

    private final String base;
    private final int schools;
    private final int pupils;
    private final int seconds;
    private final int words;
    private final int guesses;
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String hash = argon2.encode(Entry.WORDS);

    private DoorsBench(String base, int[] numbers) {
        this.base = base;
        schools = numbers[0];
        pupils = numbers[1];
        seconds = numbers[2];
        words = numbers[3];
        guesses = numbers[4];
    }

    static void main(String[] args) throws Exception {
        var numbers = Arrays.stream(args).skip(3).mapToInt(Integer::parseInt).toArray();
        var data = Path.of(args[2]);
        try (var database = connect(data)) {
            var work = new Work(Long.parseLong(args[1]), data, database);
            new DoorsBench(args[0], numbers).run(database, work);
        }
    }

    private static Connection connect(Path data) throws Exception {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/preau",
                "postgres",
                Files.readString(data.resolve("secret")).strip());
    }

    private void run(Connection database, Work work) throws Exception {
        fill(database);
        var everybody = everybody(database);
        var few = everybody.stream().filter(e -> e.school() == 0 && !e.slips()).toList();
        asFastAsAnswersCome(few, lasting(WARMING_UP));
        raw(2);
        var before = raw(RAW_SECONDS);
        var from = work.now();
        morning(everybody);
        System.out.println("each costs " + work.since(from, everybody.size()));
        var after = raw(RAW_SECONDS);
        var rate = (before + after) / 2;
        var fast =
                asFastAsAnswersCome(
                                few.stream().filter(e -> e.door() == Door.WORDS).toList(),
                                lasting(RAW_SECONDS))
                        / RAW_SECONDS;
        System.out.printf(
                Locale.ROOT,
                "Argon2id raw, same library, two threads: %.1f/s before, %.1f/s after; sign-ins by words as fast as answers come: %.1f/s = %.2f of it%n",
                before,
                after,
                fast,
                fast / rate);
        new Guessing(base, database, schools, guesses).run();
    }

    private void fill(Connection database) throws Exception {
        var guardians = Math.max(pupils, (guesses + schools - 1) / schools);
        try (var sql = database.createStatement()) {
            byte[] secret;
            try (var row =
                    sql.executeQuery("select secret from door_secret where name = 'picture'")) {
                row.next();
                secret = row.getBytes(1);
            }
            var settings =
                    Map.of(
                            "schools",
                            "" + schools,
                            "pupils",
                            "" + pupils,
                            "guardians",
                            "" + guardians,
                            "words",
                            "" + words,
                            "hash",
                            hash,
                            "network",
                            "6440",
                            "inner",
                            padded(secret, 0x36),
                            "outer",
                            padded(secret, 0x5c));
            for (var setting : settings.entrySet())
                sql.execute(
                        "select set_config('bench.%s', '%s', false)"
                                .formatted(setting.getKey(), setting.getValue()));
            for (var statement : Files.readString(Path.of("bench/doors.sql")).split(";\\s*\n"))
                if (!statement.isBlank()) sql.execute(statement);
        }
    }

    /** A key of HMAC-SHA-256, ready for one of its two rounds (RFC 2104 §2). */
    private static String padded(byte[] secret, int pad) {
        var key = Arrays.copyOf(secret, 64);
        for (var n = 0; n < key.length; n++) key[n] ^= (byte) pad;
        return HexFormat.of().formatHex(key);
    }

    private List<Entry> everybody(Connection database) throws SQLException {
        var lot = new Random(8_30);
        var entries = new ArrayList<Entry>();
        try (var sql = database.createStatement();
                var row =
                        sql.executeQuery(
                                "select n, i, class_no, id from somebody where kind = 'PUPIL' order by n, i")) {
            while (row.next())
                entries.add(
                        new Entry(
                                door(row.getInt(2)),
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getLong(4),
                                lot.nextInt(SLIPS) == 0));
        }
        Collections.shuffle(entries, lot);
        return entries;
    }

    private Door door(int pupil) {
        if (pupil > pupils * (100 - words) / 100) return Door.WORDS;
        return pupil % 2 == 0 ? Door.CARD : Door.TABLET;
    }

    /** Hashes per second on two threads, the library as the server uses it. */
    private double raw(int lasting) throws InterruptedException {
        var done = new AtomicInteger();
        var from = System.nanoTime();
        var goesOn = lasting(lasting);
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < 2; n++)
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                while (goesOn.getAsBoolean()) {
                                    argon2.matches("wrong", hash);
                                    done.incrementAndGet();
                                }
                            }));
        for (var thread : threads) thread.join();
        return done.get() / ((System.nanoTime() - from) / 1e9);
    }

    private static BooleanSupplier lasting(int seconds) {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        return () -> System.nanoTime() < end;
    }

    /** Eight at a time; returns how many have entered. */
    private double asFastAsAnswersCome(List<Entry> entries, BooleanSupplier goesOn) {
        var done = new AtomicInteger();
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one = 0; one < 8; one++)
                threads.submit(() -> {
                    while (goesOn.getAsBoolean()) {
                        var entry = entries.get(next.getAndIncrement() % entries.size());
                        if (entry.enter(base) == End.HOME) done.incrementAndGet();
                    }
                    return null;
                });
        }
        return done.get();
    }

    /** What one door has given: seconds of those who came home, and the others. */
    private static final class Ends {
        final ConcurrentLinkedQueue<Double> home = new ConcurrentLinkedQueue<>();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger crowded = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();

        void count(End end, double took) {
            switch (end) {
                case HOME -> home.add(took);
                case REFUSED -> refused.incrementAndGet();
                case CROWDED -> crowded.incrementAndGet();
                case FAILED -> failed.incrementAndGet();
            }
        }

        void add(Ends other) {
            home.addAll(other.home);
            refused.addAndGet(other.refused.get());
            crowded.addAndGet(other.crowded.get());
            failed.addAndGet(other.failed.get());
        }

        void print(String name) {
            var sorted = home.stream().sorted().toList();
            if (sorted.isEmpty()) sorted = List.of(Double.NaN);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %.2f | %.2f | %.2f |%n",
                    name,
                    home.size(),
                    refused.get(),
                    crowded.get(),
                    failed.get(),
                    at(sorted, .5),
                    at(sorted, .95),
                    at(sorted, .99));
        }

        private static double at(List<Double> sorted, double part) {
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
        }
    }

    /** Everybody once, at a steady pace, whether or not answers come. */
    private void morning(List<Entry> entries) {
        var ends = new EnumMap<Door, Ends>(Door.class);
        for (var door : Door.values()) ends.put(door, new Ends());
        var step = seconds * 1_000_000_000L / entries.size();
        Browser.comingBack.set(0);
        var start = System.nanoTime();
        var last = new AtomicLong(start);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < entries.size(); n++) {
                var entry = entries.get(n);
                var due = start + n * step;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                threads.submit(() -> {
                    End end;
                    try {
                        end = entry.enter(base);
                    } catch (Exception e) {
                        end = End.FAILED;
                    }
                    var now = System.nanoTime();
                    last.accumulateAndGet(now, Math::max);
                    ends.get(entry.door()).count(end, (now - due) / 1e9);
                });
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %d schools of %d pupils within %d s, %d %% by words; all in after %.1f s | entered | refused | gave up | failed | p50 s | p95 s | p99 s |%n",
                schools,
                pupils,
                seconds,
                words,
                (last.get() - start) / 1e9);
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        var all = new Ends();
        ends.forEach((door, these) -> {
            these.print(door.name().toLowerCase(Locale.ROOT));
            all.add(these);
        });
        all.print("all");
        System.out.println("told to come back in a moment: " + Browser.comingBack.get() + " times");
    }
}
