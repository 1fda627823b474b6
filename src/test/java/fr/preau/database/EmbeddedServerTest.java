package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedServerTest {
    @TempDir Path folder;

    /** Another Préau on a folder: opens its server, says so, and stays until it is killed. */
    static final class Other {
        public static void main(String[] folder) throws Exception {
            var server = EmbeddedServer.open(Path.of(folder[0]));
            System.out.println(server.url("postgres"));
            Thread.currentThread().join();
        }
    }

    private Process other() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String line;
        var lines = process.inputReader();
        do line = lines.readLine();
        while (line != null && !line.startsWith("jdbc:"));
        assertThat(line).as("the other one is open").isNotNull();
        return process;
    }

    private int answer(EmbeddedServer server) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), "postgres", server.secret());
                var sql = connection.createStatement()) {
            var row = sql.executeQuery("select 40 + 2");
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void what_was_written_is_there_at_the_next_start() throws Exception {
        try (var server = EmbeddedServer.open(folder);
                var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), "postgres", server.secret())) {
            connection.createStatement().execute("create table kept as select 42 as answer");
        }
        try (var server = EmbeddedServer.open(folder);
                var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), "postgres", server.secret())) {
            var row = connection.createStatement().executeQuery("select answer from kept");
            row.next();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void a_server_left_behind_by_a_kill_is_stopped_and_started_anew() throws Exception {
        var rounds = "full".equals(System.getProperty("preau.proof")) ? 50 : 1;
        for (int round = 0; round < rounds; round++) {
            var killed = other();
            var postmaster =
                    Long.parseLong(
                            Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                                    .getFirst()
                                    .trim());
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            assertThat(ProcessHandle.of(postmaster))
                    .as("the premise: PostgreSQL has outlived it")
                    .isPresent();
            try (var server = EmbeddedServer.open(folder)) {
                assertThat(server.isOwn()).isTrue();
                assertThat(answer(server)).isEqualTo(42);
                assertThat(ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive)).isEmpty();
            }
        }
    }

    @Test
    void a_second_program_on_the_same_folder_uses_the_server_of_the_first() throws Exception {
        var first = other();
        try (var server = EmbeddedServer.open(folder)) {
            assertThat(server.isOwn()).isFalse();
            assertThat(answer(server)).isEqualTo(42);
        } finally {
            first.destroy();
            first.waitFor(10, TimeUnit.SECONDS);
            EmbeddedServer.open(folder).close();
        }
    }

    @Test
    void nobody_enters_without_the_password_of_the_folder() throws Exception {
        try (var server = EmbeddedServer.open(folder)) {
            assertThat(answer(server)).isEqualTo(42);
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.url("postgres"), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve("secret"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void production_refuses_to_start_without_a_postgresql_of_its_own() {
        var settings =
                new MockEnvironment()
                        .withProperty("preau.mode", "production")
                        .withProperty("preau.data", folder.toString());
        assertThatThrownBy(() -> new DatabaseConfiguration().embeddedServer(settings))
                .hasMessageContaining("PREAU_DB_URL");
        assertThat(folder).isEmptyDirectory();
    }
}
