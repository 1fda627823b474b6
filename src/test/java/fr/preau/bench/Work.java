package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a server and its database have worked since they started: processor time and transactions,
 * which say more than seconds do on a machine that others use.
 */
record Work(long server, Path data, Connection database) {
    record Done(Duration server, Duration database, long transactions) {}

    Done now() throws IOException, SQLException, InterruptedException {
        // PostgreSQL adds up what each connection has done about once a second.
        Thread.sleep(1_500);
        var postmaster =
                Long.parseLong(
                        Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                .getFirst()
                                .strip());
        try (var sql = database.createStatement();
                var row =
                        sql.executeQuery(
                                "select xact_commit from pg_stat_database where datname = current_database()")) {
            row.next();
            return new Done(
                    processor(ProcessHandle.of(server).stream()),
                    processor(
                            ProcessHandle.of(postmaster).stream()
                                    .flatMap(ProcessHandle::descendants)),
                    row.getLong(1));
        }
    }

    String since(Done from, int times) throws IOException, SQLException, InterruptedException {
        var now = now();
        return String.format(
                Locale.ROOT,
                "%.1f ms of processor in the server, %.1f ms in the database, %.1f transactions",
                (double) now.server().minus(from.server()).toMillis() / times,
                (double) now.database().minus(from.database()).toMillis() / times,
                (double) (now.transactions() - from.transactions()) / times);
    }

    private static Duration processor(Stream<ProcessHandle> processes) {
        return processes
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
