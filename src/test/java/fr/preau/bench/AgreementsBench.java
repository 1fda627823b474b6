package fr.preau.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Preau;
import fr.preau.coverage.Board;
import fr.preau.coverage.CountPeople;
import fr.preau.database.Reach;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The conventions of a year for everybody who pays, prepared by a process that is killed in the
 * middle and by another one that goes on; then the board of the région beside a plain count of
 * enrolments in the same minutes: {@code AgreementsBench <schools>}.
 */
public final class AgreementsBench {
    private static final Path DATA = Path.of("target/bench-agreements");
    private static final int YEAR = 2025;
    private static final int RUNS = 30;
    private static final int WARM_UP = 5;

    private final Connection all;

    private AgreementsBench(Connection all) {
        this.all = all;
    }

    static void main(String[] args) throws Exception {
        try (var context = start()) {
            if (args[0].equals("work")) {
                work(context);
                return;
            }
            var url = context.getBean(HikariDataSource.class).getJdbcUrl();
            var secret = Files.readString(DATA.resolve("secret")).strip();
            try (var all = DriverManager.getConnection(url, "postgres", secret)) {
                new AgreementsBench(all).run(context, args[0]);
            }
        }
    }

    private static ConfigurableApplicationContext start() {
        var program = new SpringApplication(Preau.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setDefaultProperties(
                Map.of("preau.command", "import", "logging.level.root", "warn"));
        return program.run("--preau.data=" + DATA);
    }

    /** What a node does every five seconds, once. */
    private static void work(ConfigurableApplicationContext context) {
        var from = System.nanoTime();
        context.getBeansOfType(RecurringWork.class).values().stream()
                .filter(work -> work.name().equals("agreement-campaigns"))
                .forEach(RecurringWork::run);
        System.out.printf("went on and ended within %.1f s%n", seconds(from));
    }

    private void run(ConfigurableApplicationContext context, String schools) throws Exception {
        var from = System.nanoTime();
        for (var statement :
                Files.readString(Path.of("bench/agreements.sql"))
                        .replace("{schools}", schools)
                        .split(";\\s*(--.*)?\n")) if (!statement.isBlank()) execute(statement);
        lastYear();
        System.out.printf(
                "%d schools, %d enrolments, %d who pay, filled in %.0f s%n",
                number("select count(*) from structure where kind = 'SCHOOL'"),
                number("select count(*) from enrolment"),
                number("select count(*) from debtor"),
                seconds(from));
        campaign();
        signed();
        from = System.nanoTime();
        context.getBean(CountPeople.class).run();
        System.out.printf("people of all schools counted by the job in %.1f s%n", seconds(from));
        execute("vacuum analyze");
        board(context);
    }

    /** Nine in ten had one the year before. */
    private void lastYear() throws SQLException {
        execute(
                """
                insert into agreement (debtor_id, school_year, town_id, department_id, academy_id, region_id, state, debtor_kind, debtor_name, siret, street, postal_code, city,
                                       signatory_name, signatory_title, chorus_service, template_id, rate_cents, amount_cents, made_at, effect_on, ends_on)
                select id, 2024, town_id, department_id, academy_id, region_id, 'SIGNED', kind, name, siret, street, postal_code, city, signatory_name, signatory_title, '',
                       (select min(id) from agreement_template), 4500, 4500, now(), '2024-06-26', '2025-09-01' from debtor where id % 10 > 0
                """);
        execute(
                """
                insert into agreement_school (agreement_id, uai, school_year, structure_id, label)
                select a.id, s.uai, 2024, s.id, s.name from agreement a join structure s on s.town_id = a.town_id and s.kind = 'SCHOOL'
                """);
        execute("analyze agreement, agreement_school");
    }

    private void campaign() throws Exception {
        var expected = number("select count(*) from debtor");
        execute(
                "insert into agreement_campaign (school_year, opened_at, expected) values (%d, now(), %d)"
                        .formatted(YEAR, expected));
        var first = another();
        var began = 0L;
        var done = 0L;
        while (done < expected / 2) {
            if (!first.isAlive()) throw new IOException("the first process has ended by itself");
            done = number("select done from agreement_campaign");
            if (began == 0 && done > 0) began = System.nanoTime();
            Thread.sleep(2);
        }
        first.destroyForcibly().waitFor();
        System.out.printf(
                "killed with -9 after %.1f s: %d of %d prepared, %d conventions%n",
                seconds(began),
                number("select made from agreement_campaign"),
                expected,
                number("select count(*) from agreement where school_year = " + YEAR));
        if (another().waitFor() != 0) throw new IOException("the second process has failed");
        System.out.printf(
                "conventions %d, who pays %d, made according to the campaign %d, twice %d, schools in them %d%n",
                number("select count(*) from agreement where school_year = " + YEAR),
                expected,
                number("select made from agreement_campaign"),
                number(
                        "select count(*) from (select 1 from agreement where school_year = 2025 group by debtor_id having count(*) > 1) t"),
                number("select count(*) from agreement_school where school_year = " + YEAR));
    }

    private static Process another() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AgreementsBench.class.getName(),
                        "work")
                .inheritIO()
                .start();
    }

    /** Six in ten are signed, two are on their way, the others still to be sent. */
    private void signed() throws SQLException {
        execute(
                """
                update agreement set state = case when id % 10 < 6 then 'SIGNED' else 'SENT' end, template_id = (select min(id) from agreement_template),
                       rate_cents = 4500, amount_cents = 4500, effect_on = '2025-06-26' where school_year = 2025 and id % 10 < 8
                """);
    }

    private void board(ConfigurableApplicationContext context) throws SQLException {
        var walls = context.getBean(Walls.class);
        var board = context.getBean(Board.class);
        var region =
                new Reach(
                        0,
                        List.of(),
                        List.of(number("select id from structure where kind = 'REGION'")));
        var boards = new double[RUNS];
        var counts = new double[RUNS];
        for (var run = -WARM_UP; run < RUNS; run++) {
            var took =
                    walls.within(
                            region,
                            () -> {
                                var from = System.nanoTime();
                                board.known();
                                if (board.of(YEAR).size() != 13)
                                    throw new IllegalStateException("a département is missing");
                                return seconds(from);
                            });
            var from = System.nanoTime();
            number("select count(*) from enrolment");
            if (run < 0) continue;
            boards[run] = took * 1000;
            counts[run] = seconds(from) * 1000;
        }
        System.out.printf(
                "board of the région: p50 %.1f ms, p95 %.1f ms; plain count(*) of enrolments: p50 %.1f ms, p95 %.1f ms; %d runs%n",
                at(boards, .5), at(boards, .95), at(counts, .5), at(counts, .95), RUNS);
        System.out.printf("board / count = %.2f%n", at(boards, .5) / at(counts, .5));
    }

    private void execute(String statement) throws SQLException {
        try (var sql = all.createStatement()) {
            sql.execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static double at(double[] times, double part) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }
}
