package fr.preau.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Forms that are sent to a class, a school and all the teachers of a région, from the browser's
 * request to the last row, beside {@code insert … select} of as many rows into the same kind of
 * table; then the inbox of people who have received 50 000 messages beside one of 50: {@code
 * MessagesBench <base> <data> <rounds> [teacher|director|region|inboxes …]}; the people of {@code
 * messages.sql} are signed in.
 */
public final class MessagesBench {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int WARMING_UP = 5000;

    private final String base;
    private final Connection database;
    private final int rounds;

    private MessagesBench(String base, Connection database, int rounds) {
        this.base = base;
        this.database = database;
        this.rounds = rounds;
    }

    static void main(String[] args) throws Exception {
        var data = Path.of(args[1]);
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        try (var database =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/preau",
                        "postgres",
                        Files.readString(data.resolve("secret")).strip())) {
            try (var sql = database.createStatement()) {
                sql.execute(
                        "create temp table rows_of as select school_id, message_id, person_id, author_id, profile, pupils, deliver_at from message_box limit 0");
                sql.execute("grant select on rows_of to preau_app");
            }
            var bench = new MessagesBench(args[0], database, Integer.parseInt(args[2]));
            var parts = List.of(args).subList(3, args.length);
            bench.send(parts);
            if (parts.isEmpty() || parts.contains("inboxes")) bench.inboxes();
        }
    }

    /** Milliseconds, round after round. */
    private static final class Times {
        private final List<Double> all = new ArrayList<>();

        void add(long nanoseconds) {
            all.add(nanoseconds / 1e6);
        }

        double at(double part) {
            return all.stream().sorted().skip((long) (all.size() * part)).findFirst().orElseThrow();
        }

        double median() {
            return at(.5);
        }
    }

    private Wire of(String login) throws IOException {
        return new Wire(base, "bench." + login);
    }

    /** Only what these authors send; everybody, when nobody is named. */
    private void send(List<String> authors) throws Exception {
        System.out.println(
                "| to | people | accepted p50 ms | p95 ms | in every inbox p50 ms | told p50 ms | bare insert p50 ms | with keys and walls p50 ms | inbox / bare | inbox / walled |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var here = "(select id from structure where name = 'École du courrier')";
        if (authors.isEmpty() || authors.contains("teacher"))
            send(
                    "teacher",
                    "families of a class",
                    "c"
                            + number(
                                    "select id from school_class where join_key = '1' and school_id = "
                                            + here)
                            + ".GUARDIAN",
                    WARMING_UP,
                    rounds);
        if (authors.isEmpty() || authors.contains("director"))
            send(
                    "director",
                    "families of a school",
                    "s" + number("select " + here) + ".GUARDIAN",
                    WARMING_UP / 5,
                    rounds);
        if (authors.isEmpty() || authors.contains("region"))
            send(
                    "region",
                    "teachers of a région",
                    "n"
                            + number("select max(id) from structure where kind = 'REGION'")
                            + ".TEACHER",
                    4,
                    Math.max(5, rounds / 10));
    }

    private void send(String author, String name, String to, int warmingUp, int counted)
            throws Exception {
        var accepted = new Times();
        var arrived = new Times();
        var told = new Times();
        var bare = new Times();
        var walled = new Times();
        var wire = of(author);
        var token = tokenIn(wire.get("/messages/new"));
        var people = 0L;
        for (var round = -warmingUp; round < counted; round++) {
            forgetSendings();
            var from = System.nanoTime();
            var answer = wire.post("/messages", form(token, to, round));
            var now = answer.nanoseconds();
            var message = numberOf(answer);
            people = untilWritten(message);
            var there = Math.max(now, System.nanoTime() - from);
            untilTold(message, people);
            var known = System.nanoTime() - from;
            var plain = insert("bare", message, people);
            var kept = insert("walled", message, people);
            if (round < 0) continue;
            accepted.add(now);
            arrived.add(there);
            told.add(known);
            bare.add(plain);
            walled.add(kept);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f |%n",
                name,
                people,
                accepted.median(),
                accepted.at(.95),
                arrived.median(),
                told.median(),
                bare.median(),
                walled.median(),
                arrived.median() / bare.median(),
                arrived.median() / walled.median());
    }

    /** Nobody writes a thousand messages in ten minutes: each is the author's first. */
    private void forgetSendings() throws SQLException {
        try (var sql = database.createStatement()) {
            sql.executeUpdate("delete from sending_trace");
        }
    }

    private static String tokenIn(Wire.Answer page) throws IOException {
        var token = TOKEN.matcher(page.text());
        if (!token.find()) throw new IOException(page.status() + "\n" + page.text());
        return token.group(1);
    }

    private static String form(String token, String to, int round) {
        var fields = fields(token, to, round);
        return IntStream.range(0, fields.size() / 2)
                .mapToObj(n ->
                        fields.get(2 * n)
                                + "="
                                + URLEncoder.encode(fields.get(2 * n + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<String> fields(String token, String to, int round) {
        return List.of(
                "_csrf",
                token,
                "_once",
                UUID.randomUUID().toString(),
                "to",
                to,
                "subject",
                "Sortie de jeudi " + round,
                "text",
                "Bonjour,\n\nla sortie de jeudi est **maintenue** : départ à 9 h, retour à 16 h. Merci de prévoir un pique-nique et un vêtement de pluie (message "
                        + UUID.randomUUID()
                        + ").",
                "replies",
                "AUTHOR",
                "at",
                "",
                "draft",
                "new-" + UUID.randomUUID(),
                "q",
                "");
    }

    private static long numberOf(Wire.Answer answer) throws IOException {
        var place = answer.location().replaceFirst(".*/messages/(\\d+).*", "$1");
        if (answer.status() != 303 || !place.matches("\\d+"))
            throw new IllegalStateException(
                    answer.status() + " " + answer.location() + "\n" + answer.text());
        return Long.parseLong(place);
    }

    /** Until every row is there for others to see; returns how many there are. */
    private long untilWritten(long message) throws SQLException, InterruptedException {
        for (; ; Thread.sleep(1)) {
            var state = text("select state from message where id = " + message);
            if (state.equals("SENT"))
                return number("select recipients from message where id = " + message);
            if (!state.equals("SENDING")) throw new IllegalStateException("it is " + state);
        }
    }

    /** Until the bell of each of them knows: nothing of one round goes on in the next. */
    private void untilTold(long message, long people) throws SQLException, InterruptedException {
        while (number(
                        "select count(distinct person_id) from notification where kind = 'MESSAGE' and fact = 'message-sent "
                                + message
                                + "' and school_id = (select school_id from message where id = "
                                + message
                                + ")")
                < people) Thread.sleep(1 + people / 1000);
    }

    /**
     * As many rows of the same people, in one statement and one transaction; into the walled one as
     * the author, like the real ones.
     */
    private long insert(String table, long message, long people) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute("truncate rows_of");
            sql.execute(
                    "insert into rows_of select school_id, message_id, person_id, author_id, profile, pupils, deliver_at from message_box where school_id = (select school_id from message where id = "
                            + message
                            + ") and message_id = "
                            + message
                            + " order by person_id");
            sql.execute("analyze rows_of");
        }
        database.setAutoCommit(false);
        try (var sql = database.createStatement();
                var insert =
                        database.prepareStatement(
                                "insert into "
                                        + table
                                        + " (school_id, message_id, person_id, author_id, profile, pupils, deliver_at) select * from rows_of")) {
            sql.execute("select 1");
            if (table.equals("walled")) {
                sql.execute(
                        "select set_config('preau.persons', '{' || author_id || '}', true) from message where id = "
                                + message);
                sql.execute("set local role preau_app");
            }
            var from = System.nanoTime();
            var written = insert.executeUpdate();
            database.commit();
            var took = System.nanoTime() - from;
            if (written != people)
                throw new IllegalStateException(written + " rows instead of " + people);
            return took;
        } finally {
            database.setAutoCommit(true);
        }
    }

    private void inboxes() throws Exception {
        var readers = new LinkedHashMap<Wire, Times>();
        var names = List.of("few", "many", "never");
        for (var name : names) readers.put(of(name), new Times());
        for (var round = -WARMING_UP / 5; round < rounds * 10; round++)
            for (var reader : readers.entrySet()) {
                var page = reader.getKey().get("/messages");
                check(page);
                if (round >= 0) reader.getValue().add(page.nanoseconds());
            }
        var few = readers.firstEntry().getValue();
        System.out.println(
                "\n| inbox of | p50 ms | p95 ms | p50 / p50 of 50 | p95 / p95 of 50 |\n| --- | --- | --- | --- | --- |");
        var said =
                List.of(
                        "50 messages, 10 unread",
                        "50 000 messages, 10 unread",
                        "50 000 messages, all unread");
        var n = 0;
        for (Map.Entry<Wire, Times> reader : readers.entrySet())
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                    said.get(n++),
                    reader.getValue().median(),
                    reader.getValue().at(.95),
                    reader.getValue().median() / few.median(),
                    reader.getValue().at(.95) / few.at(.95));
    }

    private static void check(Wire.Answer page) throws IOException {
        if (page.status() != 200 || !page.text().contains("Sortie de jeudi"))
            throw new IOException(page.status() + " " + page.location() + "\n" + page.text());
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (var sql = database.createStatement();
                var rows = sql.executeQuery(query)) {
            if (!rows.next()) throw new SQLException("nothing: " + query);
            return rows.getString(1);
        }
    }
}
