package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.ConnectionPool;
import fr.preau.web.Views;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@School
class OverloadTest {
    private static final int MOST = 3;

    @Autowired Visitors visitors;
    @Autowired ConnectionPool pool;
    @Autowired Views views;

    @Test
    void when_too_many_wait_whoever_comes_reads_it_at_once_and_the_page_comes_back_by_itself()
            throws Exception {
        while_some_wait(
                MOST,
                () -> {
                    var refused = ask("GET", "/cards/abc", false);
                    assertThat(refused.getStatus()).isEqualTo(503);
                    var seconds = Integer.parseInt(refused.getHeader("Retry-After"));
                    assertThat(seconds).isBetween(5, 30);
                    assertThat(refused.getHeader("Refresh")).isEqualTo("" + seconds);
                    var page = Jsoup.parse(refused.getContentAsString());
                    assertThat(page.text())
                            .contains("Beaucoup de monde arrive en même temps", "toute seule");
                    assertThat(page.select("a.btn").attr("href")).isEqualTo("/cards/abc");
                });
    }

    @Test
    void whoever_has_begun_is_served_when_those_who_come_are_not() throws Exception {
        while_some_wait(
                MOST,
                () -> {
                    assertThat(ask("GET", "/", true).getStatus()).isEqualTo(200);
                    assertThat(ask("POST", "/sign-in", false).getStatus()).isEqualTo(200);
                });
    }

    @Test
    void when_twice_as_many_wait_nobody_is_served_and_what_was_sent_is_not_sent_by_itself()
            throws Exception {
        while_some_wait(
                2 * MOST,
                () -> {
                    assertThat(ask("GET", "/", true).getStatus()).isEqualTo(503);
                    var sent = ask("POST", "/liaison/new", true);
                    assertThat(sent.getStatus()).isEqualTo(503);
                    assertThat(sent.getHeader("Refresh")).isNull();
                    assertThat(Jsoup.parse(sent.getContentAsString()).text())
                            .contains("Revenez en arrière", "gardé en brouillon");
                });
    }

    @Test
    void a_database_that_gives_no_connection_is_no_bug() throws Exception {
        var amina = visitors.as("amina.benali");
        var stranger = visitors.stranger();
        var patience = pool.getConnectionTimeout();
        while_some_wait(
                0,
                () -> {
                    try {
                        pool.setConnectionTimeout(300);
                        var page = stranger.ask("/cards/unknown");
                        assertThat(page.status()).isEqualTo(503);
                        assertThat(page.headers().firstValue("Retry-After")).contains("10");
                        assertThat(page.words()).contains("Préau reprend son souffle");
                        // This one ends in a filter, before any handler.
                        var filter = amina.ask("/liaison");
                        assertThat(filter.status()).isEqualTo(503);
                        assertThat(filter.words()).contains("Préau reprend son souffle");
                    } finally {
                        pool.setConnectionTimeout(patience);
                    }
                });
        assertThat(amina.ask("/liaison").status()).isEqualTo(200);
    }

    private interface Check {
        void run() throws Exception;
    }

    /** So many wait behind the first who waits; all of them are served in the end. */
    private void while_some_wait(int many, Check check) throws Exception {
        var held = new ArrayList<Connection>();
        var served = new ArrayList<Future<Boolean>>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                takeAll(held);
                for (var n = 0; n <= many; n++)
                    served.add(
                            crowd.submit(() -> {
                                try (var connection = pool.getConnection()) {
                                    return connection.isValid(1);
                                }
                            }));
                while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0
                        || pool.waiting() < many) Thread.onSpinWait();
                check.run();
            } finally {
                for (var connection : held) connection.close();
            }
            for (var one : served) assertThat(one.get()).isTrue();
        }
    }

    private MockHttpServletResponse ask(String method, String path, boolean inside)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        if (inside) request.setCookies(new jakarta.servlet.http.Cookie("preau", "abc"));
        var response = new MockHttpServletResponse();
        new OverloadFilter(pool, views, MOST).doFilter(request, response, new MockFilterChain());
        return response;
    }

    /** All but those that Préau itself has taken at this moment. */
    private void takeAll(List<Connection> held) throws Exception {
        while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize())
            held.add(pool.getConnection());
    }
}
