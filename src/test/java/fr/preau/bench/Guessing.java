package fr.preau.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Somebody guesses at the same server: at one account, and once at each of many, from everywhere
 * and from one address. What counts is how many guesses were looked at.
 */
final class Guessing {
    private static final int AT_ONCE = 16;
    private static final String HOME = "100.64.100.1";

    private final String base;
    private final Connection database;
    private final int schools;
    private final int guesses;

    Guessing(String base, Connection database, int schools, int guesses) {
        this.base = base;
        this.database = database;
        this.schools = schools;
        this.guesses = guesses;
    }

    void run() throws Exception {
        System.out.printf(
                "| %d guesses | looked at | refused unseen | entered | noticed after | minutes |%n",
                guesses);
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        var victim = new Browser(base);
        System.out.println("owner enters at home before: " + enters(victim));
        IntFunction<String> one = n -> "guardian-0-1";
        IntFunction<String> each = n -> "guardian-" + n % schools + "-" + (1 + n / schools);
        guess("one account, from one address", one, n -> "192.0.2.1");
        guess("one account, from everywhere", one, Guessing::everywhere);
        System.out.println(
                "meanwhile its owner enters on the device of before: "
                        + enters(victim)
                        + ", and elsewhere: "
                        + enters(new Browser(base)));
        guess("one on each account, from one address", each, n -> "192.0.2.1");
        guess("one on each account, from everywhere", each, Guessing::everywhere);
        children();
    }

    private static String everywhere(int n) {
        return "203.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255);
    }

    private boolean enters(Browser browser) throws Exception {
        browser.open(HOME, "/sign-in");
        var answer =
                browser.post(HOME, "/sign-in", "login", "guardian-0-1", "password", Entry.WORDS);
        var in = answer.status() == 303 && browser.open(HOME, "/").status() == 200;
        browser.drop("__Host-preau");
        return in;
    }

    /** While the guesses of before still count: a child of each door, at a school that is calm. */
    private void children() throws Exception {
        var text = new StringBuilder("meanwhile a child enters by");
        try (var sql = database.createStatement();
                var row =
                        sql.executeQuery(
                                "(select i, class_no, id from somebody where kind = 'PUPIL' and n = 0 and i in (1, 2)) union all "
                                        + "(select max(i), max(class_no), max(id) from somebody where kind = 'PUPIL' and n = 0) order by i")) {
            for (var door :
                    new Entry.Door[] {Entry.Door.TABLET, Entry.Door.CARD, Entry.Door.WORDS}) {
                row.next();
                var child = new Entry(door, 0, row.getInt(1), row.getInt(2), row.getLong(3), false);
                text.append(' ').append(door).append(": ").append(child.enter(base));
            }
        }
        System.out.println(text);
    }

    private void guess(String name, IntFunction<String> login, IntFunction<String> address)
            throws Exception {
        forget();
        var seen = number("select coalesce(sum(failures), 0) from account");
        var from = System.nanoTime();
        var next = new AtomicInteger();
        var unseen = new AtomicInteger();
        var entered = new AtomicInteger();
        var browser = new Browser(base);
        browser.open("192.0.2.9", "/sign-in");
        var noticed = 0L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one = 0; one < AT_ONCE; one++)
                threads.submit(() -> {
                    for (int n; (n = next.getAndIncrement()) < guesses; ) {
                        var answer =
                                browser.post(
                                        address.apply(n),
                                        "/sign-in",
                                        "login",
                                        login.apply(n),
                                        "password",
                                        "Guess-" + n);
                        if (Entry.refused(answer)) unseen.incrementAndGet();
                        if (answer.status() == 303) entered.incrementAndGet();
                    }
                    return null;
                });
            while (noticed == 0 && next.get() < guesses) {
                Thread.sleep(50);
                if (number("select count(*) from audit where action = 'GuessesEverywhere'") > 0)
                    noticed = Math.min(next.get(), guesses);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %s | %.1f |%n",
                name,
                number("select coalesce(sum(failures), 0) from account") - seen,
                unseen.get(),
                entered.get(),
                noticed == 0 ? "never" : "" + noticed,
                (System.nanoTime() - from) / 60e9);
    }

    /** An hour later. */
    private void forget() throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(
                    "update account set failures = 0, locked_until = null, failed_at = null where failures > 0 or failed_at is not null");
            sql.execute("delete from door_failure");
            sql.execute("set session_replication_role = replica");
            sql.execute("delete from audit where action = 'GuessesEverywhere'");
            sql.execute("set session_replication_role = origin");
        }
    }

    private long number(String query) throws SQLException {
        try (var sql = database.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
