package fr.preau.messages;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Preau;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import fr.preau.web.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sending to a class, to a school and to all the teachers of a région, beside one bare {@code
 * insert … select} of as many rows into the same kind of table; then the inbox of somebody who has
 * 50 000 messages beside one of 50: {@code MessagesBench <rounds> <rows before>}.
 */
public final class MessagesBench {
    private static final Path DATA = Path.of("target/bench-data");
    private static final String SCHOOL =
            "(select min(id) + 2000 from structure where kind = 'SCHOOL')";

    private final Connection all;
    private final ComposeController compose;
    private final BoxController box;
    private final Walls walls;
    private final TransactionTemplate transaction;

    private MessagesBench(ApplicationContext context, Connection all) {
        this.all = all;
        compose = context.getBean(ComposeController.class);
        box = context.getBean(BoxController.class);
        walls = context.getBean(Walls.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    static void main(String[] args) throws Exception {
        var program = new SpringApplication(Preau.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setDefaultProperties(
                Map.of("preau.command", "import", "preau.publications.gathered", "86400000"));
        try (var context = program.run("--preau.data=" + DATA)) {
            var pool = context.getBean(HikariDataSource.class);
            try (var all =
                    DriverManager.getConnection(
                            pool.getJdbcUrl(),
                            "postgres",
                            Files.readString(DATA.resolve("secret")).strip())) {
                for (var file : List.of("bench/people.sql", "bench/messages.sql")) run(all, file);
                var bench = new MessagesBench(context, all);
                bench.fill(Integer.parseInt(args[1]));
                bench.send(Integer.parseInt(args[0]));
                bench.inboxes(Integer.parseInt(args[0]) * 4);
            }
        }
        System.exit(0);
    }

    private static void run(Connection all, String file) throws Exception {
        try (var sql = all.createStatement()) {
            for (var statement : Files.readString(Path.of(file)).split(";\\s*\n"))
                if (!statement.isBlank()) sql.execute(statement);
        }
    }

    /** Rows that were there before, in both tables: an index is never new. */
    private void fill(int rows) throws SQLException {
        try (var sql = all.createStatement()) {
            sql.execute(
                    """
                    insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
                    select m.school_id, m.id, p.id, m.author_id, 'GUARDIAN', '{}', m.deliver_at
                      from (select * from message order by id limit 10) m, (select id from person where kind = 'GUARDIAN' order by id limit %d) p
                    on conflict do nothing
                    """
                            .formatted(rows / 10));
            for (var statement :
                    List.of(
                            "create table bare (like message_box including all)",
                            "insert into bare select * from message_box",
                            "vacuum analyze message_box",
                            "vacuum analyze bare")) sql.execute(statement);
        }
    }

    private Actor actor(String person, Profile profile, RoleKind kind, String node)
            throws SQLException {
        var id = number(person);
        return new Actor(
                number("select account_id from account_person where person_id = " + id),
                id,
                profile,
                kind == null ? List.of() : List.of(new Actor.Role(kind, number(node))),
                List.of(id));
    }

    private void send(int rounds) throws Exception {
        var director =
                actor(
                        "select person_id from role where kind = 'DIRECTOR' and structure_id = "
                                + SCHOOL,
                        Profile.TEACHER,
                        RoleKind.DIRECTOR,
                        "select " + SCHOOL);
        var region =
                actor(
                        "select id from person where last_name = 'Bench' and first_name = 'Région'",
                        Profile.SUPERVISION,
                        RoleKind.REGION_LEAD,
                        "select min(id) from structure where kind = 'REGION'");
        var schoolClass = number("select min(id) from school_class where school_id = " + SCHOOL);
        System.out.printf(
                "%n| to | people | accepted p50 ms | in every inbox p50 ms | bare insert p50 ms | ratio |%n| --- | --- | --- | --- | --- | --- |%n");
        row("the families of a class", director, List.of("c" + schoolClass + ".GUARDIAN"), rounds);
        row(
                "families and children of a school",
                director,
                List.of(
                        "s" + director.structures().getFirst() + ".GUARDIAN",
                        "s" + director.structures().getFirst() + ".PUPIL"),
                rounds);
        row(
                "the teachers of the région",
                region,
                List.of("n" + region.structures().getFirst() + ".TEACHER"),
                Math.max(3, rounds / 10));
    }

    private void row(String name, Actor author, List<String> to, int rounds) throws Exception {
        var accepted = new ArrayList<Double>();
        var arrived = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var people = 0L;
        for (var round = -3; round < rounds; round++) {
            var form =
                    new MessageForm(
                            to, "Objet " + round, "Bonjour", "", "", "", "", List.of(), null, null);
            var from = System.nanoTime();
            var answer = within(author, () -> compose.send(author, form, null));
            var now = (System.nanoTime() - from) / 1e6;
            var message = number("select max(id) from message");
            people = awaited(message);
            var there = (System.nanoTime() - from) / 1e6;
            if (!(answer instanceof fr.preau.web.Redirect) || people == 0)
                throw new IllegalStateException("nothing was sent: " + answer);
            from = System.nanoTime();
            insertBare(message);
            var plain = (System.nanoTime() - from) / 1e6;
            if (round < 0) continue;
            accepted.add(now);
            arrived.add(Math.max(now, there));
            bare.add(plain);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.2f |%n",
                name,
                people,
                median(accepted),
                median(arrived),
                median(bare),
                median(arrived) / median(bare));
    }

    /** Until the rows are written, if they are written after the answer. */
    private long awaited(long message) throws SQLException, InterruptedException {
        for (; ; Thread.sleep(2)) {
            var people = number("select recipients from message where id = " + message);
            if (people > 0) return people;
        }
    }

    private void insertBare(long message) throws SQLException {
        all.setAutoCommit(false);
        try (var sql = all.createStatement()) {
            sql.execute(
                    "insert into bare select school_id, message_id + 1000000000, person_id, author_id, profile, pupils, deliver_at from message_box where message_id = "
                            + message);
        }
        all.commit();
        all.setAutoCommit(true);
    }

    private void inboxes(int rounds) throws Exception {
        var many =
                actor(
                        "select person_id from message_box group by person_id order by count(*) desc, person_id limit 1",
                        Profile.GUARDIAN,
                        null,
                        null);
        var few =
                actor(
                        "select person_id from message_box group by person_id having count(*) between 40 and 60 order by person_id limit 1",
                        Profile.GUARDIAN,
                        null,
                        null);
        var times = List.of(new ArrayList<Double>(), new ArrayList<Double>());
        for (var round = -20; round < rounds; round++)
            for (var who = 0; who < 2; who++) {
                var reader = who == 0 ? many : few;
                var from = System.nanoTime();
                within(reader, () -> box.list(reader, new BoxFilter("inbox", "", null)));
                if (round >= 0) times.get(who).add((System.nanoTime() - from) / 1e6);
            }
        System.out.printf(
                Locale.ROOT,
                "%ninbox of %d messages: p50 %.2f ms; of %d: p50 %.2f ms; ratio %.2f%n",
                number("select count(*) from message_box where person_id = " + many.person()),
                median(times.get(0)),
                number("select count(*) from message_box where person_id = " + few.person()),
                median(times.get(1)),
                median(times.get(0)) / median(times.get(1)));
    }

    private View within(Actor actor, Callable<View> work) {
        return transaction.execute(status -> {
            walls.assume(actor.reach());
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private long number(String query) throws SQLException {
        try (var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
