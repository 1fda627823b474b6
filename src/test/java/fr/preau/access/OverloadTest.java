package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitors;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@School
class OverloadTest {
    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;

    @Value("${preau.db.waiting}")
    int most;

    @Test
    void when_too_many_wait_the_next_one_reads_it_at_once_and_those_who_wait_are_served()
            throws Exception {
        var amina = visitors.as("amina.benali");
        var held = new ArrayList<Connection>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = new ArrayList<Future<Integer>>();
            try {
                takeAll(held);
                for (var n = 0; n < most + 5; n++)
                    pages.add(crowd.submit(() -> amina.ask("/").status()));
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> {
                            while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() < most)
                                Thread.onSpinWait();
                        });
                var refused = amina.ask("/liaison?all=true");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("5");
                assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
                assertThat(refused.words())
                        .contains("Beaucoup de monde arrive en même temps")
                        .doesNotContain("Amina");
                assertThat(refused.page().select("a.btn").attr("href"))
                        .isEqualTo("/liaison?all=true");
            } finally {
                for (var connection : held) connection.close();
            }
            var served = 0;
            for (var page : pages)
                if (page.get() == 200) served++;
                else assertThat(page.get()).isEqualTo(503);
            // What listens for news waits among them.
            assertThat(served).isGreaterThan(most - 5);
        }
        assertThat(amina.ask("/").status()).isEqualTo(200);
    }

    /** All but the one where Préau listens for what happens elsewhere, if it has it already. */
    private void takeAll(List<Connection> held) throws SQLException {
        while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize())
            held.add(pool.getConnection());
    }
}
