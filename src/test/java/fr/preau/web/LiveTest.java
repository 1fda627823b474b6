package fr.preau.web;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.preau.School;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@School
class LiveTest {
    @Autowired Live live;
    @Autowired DataSource source;
    @Autowired JdbcClient db;
    @Autowired ObjectProvider<Chrome.Bell> bells;
    @Autowired Environment settings;

    @Test
    void an_import_knows_that_pages_are_served_beside_it() {
        until(live::isHeard);
    }

    @Test
    void a_node_that_stumbles_listens_again() {
        var asked = new AtomicInteger();
        var stumbling =
                new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        if (asked.incrementAndGet() == 1) throw new IllegalStateException("once");
                        var connection = super.getConnection();
                        asked.incrementAndGet();
                        return connection;
                    }
                };
        var other = new Live(stumbling, db, bells, settings);
        other.start();
        try {
            until(() -> asked.get() >= 3);
        } finally {
            other.stop();
        }
    }

    private static void until(BooleanSupplier done) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    while (!done.getAsBoolean()) Thread.onSpinWait();
                });
    }
}
