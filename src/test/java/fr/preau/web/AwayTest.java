package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that gives no connection is no bug: it is back in a moment. */
class AwayTest {
    private final Edge edge = new Edge();

    @Test
    void in_a_filter_as_in_a_handler_it_is_a_page_that_says_when_to_come_back() {
        for (var cause :
                new RuntimeException[] {
                    new CannotCreateTransactionException("no connection"),
                    new CannotGetJdbcConnectionException("no connection")
                }) {
            var response = new MockHttpServletResponse();
            var view = (TroublePage) edge.broken(new Broken(500, cause), response);
            assertThat(view.status()).isEqualTo(503);
            assertThat(view.reference()).isEmpty();
            assertThat(view.title()).isEqualTo("Préau reprend son souffle");
            assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        }
        assertThat(
                        ((TroublePage)
                                        edge.broken(
                                                new Broken(500, new IllegalStateException()),
                                                new MockHttpServletResponse()))
                                .status())
                .isEqualTo(500);
    }
}
