package fr.preau.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Preau;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * Times the search of people in a whole région, walls included, beside a plain look-up by primary
 * key in the same minutes: {@code SearchBench <rounds>}.
 */
public final class SearchBench {
    private static final Path DATA = Path.of("target/bench-data");
    private static final List<String> WORDS =
            List.of("co", "cos", "costan", "co ma", "hélène", "zz", "zzzzzz");
    private static final String SCHOOL =
            "(select min(id) + 2000 from structure where kind = 'SCHOOL')";

    /** Somebody who looks: the SQL that finds them, where their reach stands, as what. */
    private record Looker(String person, String node, String hat) {}

    private static final Map<String, Looker> LOOKERS = new LinkedHashMap<>();

    static {
        above("région", "Région", "REGION");
        above("académie", "Académie", "ACADEMY");
        above("circonscription", "Circonscription", "DISTRICT");
        inSchool(
                "direction",
                "select person_id from role where kind = 'DIRECTOR' and structure_id = ",
                "TEACHER,DIRECTOR");
        inSchool(
                "teacher",
                "select max(person_id) from teaching where school_id = ",
                "TEACHER,DIRECTOR");
        inSchool(
                "guardian",
                "select min(guardian_id) from guardianship g join enrolment e on e.pupil_id = g.pupil_id where e.school_id = ",
                "GUARDIAN");
        inSchool("pupil", "select min(pupil_id) from enrolment where school_id = ", "PUPIL");
    }

    private static void above(String name, String firstName, String kind) {
        LOOKERS.put(
                name,
                new Looker(
                        "select id from person where kind = 'LOCAL' and first_name = '"
                                + firstName
                                + "'",
                        "select min(id) from structure where kind = '" + kind + "'",
                        "SUPERVISION"));
    }

    private static void inSchool(String name, String person, String hat) {
        LOOKERS.put(name, new Looker(person + SCHOOL, "select " + SCHOOL, hat));
    }

    static void main(String[] args) throws Exception {
        var program = new SpringApplication(Preau.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setDefaultProperties(Map.of("preau.command", "import"));
        try (var context = program.run("--preau.data=" + DATA)) {
            var pool = context.getBean(HikariDataSource.class);
            try (var all =
                    DriverManager.getConnection(
                            pool.getJdbcUrl(),
                            "postgres",
                            Files.readString(DATA.resolve("secret")).strip())) {
                fill(all);
                new SearchBench().run(pool, all, Integer.parseInt(args[0]));
            }
        }
    }

    private static void fill(Connection all) throws Exception {
        var from = System.nanoTime();
        try (var sql = all.createStatement()) {
            for (var statement : Files.readString(Path.of("bench/people.sql")).split(";\\s*\n"))
                if (!statement.isBlank()) sql.execute(statement);
        }
        System.out.printf(
                "%d persons, %d schools, filled in %.0f s%n",
                number(all, "select count(*) from person"),
                number(all, "select count(*) from structure where kind = 'SCHOOL'"),
                (System.nanoTime() - from) / 1e9);
    }

    private void run(HikariDataSource pool, Connection all, int rounds) throws SQLException {
        System.out.printf(
                "%n| who looks | words | found | p50 ms | p95 ms |%n| --- | --- | --- | --- | --- |%n");
        var overall = new LinkedHashMap<String, double[]>();
        for (var looker : LOOKERS.entrySet()) {
            var times = new ArrayList<Double>();
            for (var words : WORDS) times.addAll(search(pool, all, looker, words, rounds));
            overall.put(looker.getKey(), sorted(times));
        }
        var plain = sorted(lookUps(pool, rounds * WORDS.size()));
        System.out.printf(
                "%nplain look-up by key: p50 %.3f ms, p95 %.3f ms%n",
                at(plain, .5), at(plain, .95));
        overall.forEach((who, times) ->
                System.out.printf(
                        "%s, all words: p50 %.2f ms, p95 %.2f ms, p50 = %.0f look-ups%n",
                        who, at(times, .5), at(times, .95), at(times, .5) / at(plain, .5)));
    }

    private static List<Double> search(
            HikariDataSource pool,
            Connection all,
            Map.Entry<String, Looker> looker,
            String words,
            int rounds)
            throws SQLException {
        var me = number(all, looker.getValue().person());
        var node = number(all, looker.getValue().node());
        var times = new ArrayList<Double>();
        var found = 0;
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var reach =
                            connection.prepareStatement(
                                    "select set_config('preau.persons', ?, true), set_config('preau.reach', ?, true)");
                    var search =
                            connection.prepareStatement(
                                    """
                                    select person_id, first_name, last_name, words from people_found(?, string_to_array(?, ','),
                                        array['PUPIL', 'GUARDIAN', 'TEACHER', 'DIRECTOR', 'TOWN', 'SUPERVISION'], date '2024-09-10', ?, null, null, 21)
                                    """)) {
                // The first rounds warm plans and pages up and are not counted.
                for (var round = -12; round < rounds; round++) {
                    reach.setString(1, "{" + me + "}");
                    reach.setString(2, "{" + node + "}");
                    reach.execute();
                    search.setLong(1, me);
                    search.setString(2, looker.getValue().hat());
                    search.setString(3, words);
                    var from = System.nanoTime();
                    found = 0;
                    try (var rows = search.executeQuery()) {
                        while (rows.next()) found++;
                    }
                    if (round >= 0) times.add((System.nanoTime() - from) / 1e6);
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
        var sorted = sorted(times);
        System.out.printf(
                "| %s | %s | %d | %.2f | %.2f |%n",
                looker.getKey(), words, found, at(sorted, .5), at(sorted, .95));
        return times;
    }

    /** A school's name by its number: no wall, one index, one row. */
    private static List<Double> lookUps(HikariDataSource pool, int rounds) throws SQLException {
        var times = new ArrayList<Double>();
        try (var connection = pool.getConnection();
                var lookUp =
                        connection.prepareStatement("select name from structure where id = ?")) {
            for (var round = -50; round < rounds; round++) {
                lookUp.setLong(1, 1 + Math.floorMod(round * 37L, 4000));
                var from = System.nanoTime();
                try (var rows = lookUp.executeQuery()) {
                    rows.next();
                }
                if (round >= 0) times.add((System.nanoTime() - from) / 1e6);
            }
        }
        return times;
    }

    private static long number(Connection all, String query) throws SQLException {
        try (var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double[] sorted(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }
}
