package fr.preau;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.continuity.Standings;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The whole of Préau, on real PostgreSQL, in the demo commune, on Tuesday 10 September 2024 at
 * 08:05. Every test finds the commune as it was loaded and may change what it likes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "preau.mode=demo",
            "preau.data=${preau.databases:target}/test-data-${preau.process:0}",
            "preau.data.keeping=nothing",
            // Twelve guess at once, and here each of their listeners works beside the guess itself.
            "preau.db.connections=26",
            "preau.jobs=false",
            "preau.push.hosts=fcm.googleapis.com,*.notify.windows.com,localhost",
            // At the end only: what is written by a test is counted by some.
            "preau.publications.gathered=86400000",
            "preau.drop=target/test-drop-${preau.process:0}",
            "logging.level.com.zaxxer=error",
            "logging.level.fr.preau.web.Live=error"
        })
@Import({School.Setting.class, Visitors.class})
@ExtendWith({SpringExtension.class, School.AsLoaded.class})
public @interface School {
    ZoneId PARIS = ZoneId.of("Europe/Paris");
    Instant TUESDAY = LocalDateTime.of(2024, 9, 10, 8, 5).atZone(PARIS).toInstant();

    /** Time is handed in, and listeners have done their work when a request is answered. */
    @TestConfiguration(proxyBeanMethods = false)
    class Setting {
        static {
            System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
            TestData.empty(TestData.SCHOOL);
        }

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        TaskExecutor applicationTaskExecutor() {
            return new SyncTaskExecutor();
        }
    }

    /** A clock that a test moves. */
    final class SettableClock extends Clock {
        private volatile Instant now = TUESDAY;

        public void moveBy(Duration duration) {
            now = now.plus(duration);
        }

        public void setTo(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return PARIS;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /**
     * Puts the database back as the demo left it. Copies are made while tests run: the next one
     * only takes the name.
     */
    final class AsLoaded implements BeforeEachCallback {
        /** Asks all of them at once: a wait for each would be most of a test's time. */
        private static final String TERMINATE =
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'preau'";

        private static final String IN_USE = "55006";

        private static CompletableFuture<Void> next;

        private static Connection here;

        private static Connection beside;

        @Override
        public void beforeEach(ExtensionContext context) throws SQLException {
            var application = SpringExtension.getApplicationContext(context);
            application.getBean(SettableClock.class).setTo(TUESDAY);
            var pool = application.getBean(HikariDataSource.class);
            // A test opens the connections that it needs, not all that it might.
            pool.getHikariConfigMXBean().setMinimumIdle(1);
            if (here == null) here = Superuser.connect(pool, "postgres");
            try (var sql = here.createStatement()) {
                sql.execute("alter database preau allow_connections false");
                empty(sql);
                if (next == null) {
                    sql.execute(
                            "create database preau_loaded template preau owner preau_owner strategy file_copy");
                    sql.execute("alter database preau allow_connections true");
                } else {
                    next.join();
                    setAside(sql);
                    sql.execute("alter database preau_next rename to preau");
                }
            }
            if (beside == null) beside = Superuser.connect(pool, "postgres");
            next = CompletableFuture.runAsync(AsLoaded::prepare);
            pool.getHikariPoolMXBean().softEvictConnections();
            application.getBean(Visitors.class).forgetAll();
            application.getBean(Standings.class).forget();
        }

        /**
         * A connection that was being made meanwhile may still arrive: it goes as the others did.
         */
        private static void setAside(Statement sql) throws SQLException {
            for (var tries = 4; ; tries--) {
                try {
                    sql.execute("alter database preau rename to preau_used");
                    return;
                } catch (SQLException e) {
                    if (tries == 0 || !IN_USE.equals(e.getSQLState())) throw e;
                    empty(sql);
                }
            }
        }

        private static void empty(Statement sql) throws SQLException {
            for (var open = 1L; open > 0; ) {
                try (var rows = sql.executeQuery(TERMINATE)) {
                    rows.next();
                    open = rows.getLong(1);
                }
            }
        }

        /** Returns once nothing but the test itself writes in the cluster. */
        public static void settled() {
            next.join();
        }

        private static void prepare() {
            try (var sql = beside.createStatement()) {
                sql.execute("drop database if exists preau_used with (force)");
                sql.execute(
                        "create database preau_next template preau_loaded owner preau_owner strategy file_copy");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
