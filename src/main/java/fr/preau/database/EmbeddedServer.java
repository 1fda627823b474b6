package fr.preau.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL inside the process's own folder, for trying, developing and testing; never for
 * production. One Préau owns the folder at a time: a second one on the same folder uses the server
 * of the first. A server left behind by a killed Préau is stopped first.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String OWNER_FILE = "preau.pid";

    private final @Nullable EmbeddedPostgres own;
    private final int port;
    private final String secret;
    private final Path ownerFile;

    /** What a loss of power, not of the process, may cost. */
    enum Keeping {
        EVERYTHING,
        /** The whole folder: for what a test throws away. */
        NOTHING
    }

    private EmbeddedServer(
            @Nullable EmbeddedPostgres own, int port, String secret, Path ownerFile) {
        this.own = own;
        this.port = port;
        this.secret = secret;
        this.ownerFile = ownerFile;
    }

    /** Starts the server of this folder, or joins the one that a living Préau has started there. */
    static EmbeddedServer open(Path folder) {
        return open(folder, Keeping.EVERYTHING);
    }

    static EmbeddedServer open(Path folder, Keeping keeping) {
        try {
            Files.createDirectories(folder);
            var data = folder.toAbsolutePath().resolve("postgres");
            var ownerFile = folder.resolve(OWNER_FILE);
            var secret = secret(folder);
            var living = livingServer(data, ownerFile);
            if (living.isPresent())
                return new EmbeddedServer(null, living.get(), secret, ownerFile);
            stopLeftOver(data);
            var server = start(data, folder, secret, keeping);
            shut(server, data, secret);
            var me = ProcessHandle.current();
            Files.writeString(ownerFile, me.pid() + " " + startOf(me));
            return new EmbeddedServer(server, server.getPort(), secret, ownerFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String secret() {
        return secret;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    boolean isOwn() {
        return own != null;
    }

    private static EmbeddedPostgres start(Path data, Path folder, String secret, Keeping keeping)
            throws IOException {
        var sure = keeping == Keeping.EVERYTHING ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", sure)
                .setServerConfig("synchronous_commit", sure)
                .setServerConfig("full_page_writes", sure)
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", secret)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("jit", "off")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("shared_buffers", "512MB")
                // A page that needs room finds it clean, and does not wait for an import's log.
                .setServerConfig("bgwriter_delay", "20ms")
                .setServerConfig("bgwriter_lru_maxpages", "1000")
                .setServerConfig("bgwriter_lru_multiplier", "4")
                // A large import makes many segments: whoever writes a file full of zeros first
                // holds
                // up every commit.
                .setServerConfig("wal_init_zero", "off")
                .setServerConfig("wal_buffers", "64MB")
                .setServerConfig("min_wal_size", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("temp_buffers", "64MB")
                .start();
    }

    /** The password of this folder's own server: made once, readable by its owner only. */
    private static String secret(Path folder) throws IOException {
        var file = folder.resolve("secret");
        if (!Files.exists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).trim();
    }

    /**
     * The library lets anybody on the machine in as the superuser; from the first start on, a
     * password is asked.
     */
    private static void shut(EmbeddedPostgres server, Path data, String secret) throws IOException {
        var rules = data.resolve("pg_hba.conf");
        var asked = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(asked)) return;
        try (var connection =
                        server.getPostgresDatabase(Map.of("password", secret)).getConnection();
                var sql = connection.createStatement()) {
            sql.execute("alter role postgres password '" + secret + "'");
            Files.writeString(rules, asked);
            sql.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /**
     * The port of the server, when the Préau that started it is alive. A process number alone
     * proves nothing: its start must match.
     */
    private static Optional<Integer> livingServer(Path data, Path ownerFile) throws IOException {
        if (!Files.exists(ownerFile) || !Files.exists(data.resolve("postmaster.pid")))
            return Optional.empty();
        var owner = Files.readString(ownerFile).trim().split(" ");
        var pid = Long.parseLong(owner[0]);
        if (pid == ProcessHandle.current().pid()) return Optional.empty();
        var alive =
                ProcessHandle.of(pid)
                        .filter(p -> owner.length > 1 && startOf(p).equals(owner[1]))
                        .isPresent();
        return alive
                ? Optional.of(
                        Integer.parseInt(Files.readAllLines(data.resolve("postmaster.pid")).get(3)))
                : Optional.empty();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(i -> Long.toString(i.toEpochMilli())).orElse("-");
    }

    private static void stopLeftOver(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        var leftOver = ProcessHandle.of(pid).filter(EmbeddedServer::isPostgres);
        if (leftOver.isPresent()) {
            log.info("a PostgreSQL left behind by an earlier start is being stopped");
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM, which destroy() sends, would wait for
            // clients that no longer exist.
            run("kill", "-INT", Long.toString(pid));
            try {
                leftOver.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                leftOver.get().destroyForcibly();
                leftOver.get().onExit().join();
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }

    private static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (own == null) return;
        try {
            own.close();
            Files.deleteIfExists(ownerFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
