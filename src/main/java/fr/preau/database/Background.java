package fr.preau.database;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.database.DatabaseConfiguration.EmbeddedServerHolder;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Long work that nobody waits for leaves the processor to whoever does: on Linux its thread, those
 * that it starts, and its PostgreSQL process when that one runs here, are scheduled after everybody
 * else's (nice 15). Elsewhere it runs as any other.
 */
@Component
public final class Background {
    private static final int NICE = 15;
    private static final int LAST = 19;
    private static final Optional<MethodHandle> SET_PRIORITY =
            linux(
                    "setpriority",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT));
    private static final Optional<MethodHandle> SET_SESSION =
            linux("setsid", FunctionDescriptor.of(ValueLayout.JAVA_INT));

    private final HikariDataSource pool;
    private final EmbeddedServerHolder holder;
    private final JdbcClient db;

    Background(HikariDataSource pool, EmbeddedServerHolder holder, JdbcClient db) {
        this.pool = pool;
        this.holder = holder;
        this.db = db;
    }

    /**
     * A command that works beside a server: all its threads, and those that they will start.
     *
     * <p>Linux compares priorities inside a session only, and shares the processor evenly between
     * sessions (sched(7), « The autogroup feature »): without a terminal, the command takes a
     * session of its own and puts it last. At a terminal it stays where Ctrl-C reaches it.
     */
    public static void stepBackWhole() {
        var threads = Path.of("/proc/self/task").toFile().list();
        if (threads == null) return;
        for (var thread : threads) lower(Integer.parseInt(thread));
        if (hasTerminal()) return;
        SET_SESSION.ifPresent(call -> {
            try {
                // Refused to whoever has one already.
                var ignored = (int) call.invokeExact();
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            if (stat(SESSION) == ProcessHandle.current().pid())
                Files.writeString(Path.of("/proc/self/autogroup"), Integer.toString(LAST));
        } catch (IOException e) {
            // A Linux without autogroups: the threads' own priority counts.
        }
    }

    private static final int SESSION = 3;
    private static final int TERMINAL = 4;

    private static boolean hasTerminal() {
        try {
            return stat(TERMINAL) != 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** A number of proc_pid_stat(5), counted from the state, which follows the name in brackets. */
    private static long stat(int field) throws IOException {
        var line = Files.readString(Path.of("/proc/self/stat"));
        return Long.parseLong(line.substring(line.lastIndexOf(')') + 1).strip().split(" ")[field]);
    }

    /** Runs the work on a thread of its own, which is never used again, and waits for it. */
    public <T> T run(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        Thread.ofPlatform()
                .name("background")
                .start(() -> {
                    lower(0);
                    done.completeAsync(work, Runnable::run);
                });
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw e;
        }
    }

    /** For one piece of work: the connection that it may have made step back. */
    public SteppedBack steppedBack() {
        return new SteppedBack();
    }

    /**
     * A priority given up is not had back: closed once the transaction has ended, it takes the
     * connection out of the pool.
     */
    public final class SteppedBack implements AutoCloseable {
        private @Nullable Connection connection;

        private SteppedBack() {}

        /** Inside a transaction: its PostgreSQL process steps back as well, when it runs here. */
        public void stepBack() {
            if (holder.server() == null) return;
            lower(db.sql("select pg_backend_pid()").query(Integer.class).single());
            connection = DataSourceUtils.getConnection(pool);
            DataSourceUtils.releaseConnection(connection, pool);
        }

        @Override
        public void close() {
            if (connection != null) pool.evictConnection(connection);
        }
    }

    /** A thread's or a process's number; zero is the calling thread. */
    private static void lower(int who) {
        SET_PRIORITY.ifPresent(call -> {
            try {
                // Refused, or a thread that has ended meanwhile: the work is done all the same.
                var ignored = (int) call.invokeExact(0, who, NICE);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A function of the C library; setpriority(2) speaks of one thread on Linux only. */
    private static Optional<MethodHandle> linux(String name, FunctionDescriptor type) {
        if (!"Linux".equals(System.getProperty("os.name"))) return Optional.empty();
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find(name)
                .map(function -> linker.downcallHandle(function, type));
    }
}
