package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.web.Views;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@School
class OverloadTest {
    private static final int MOST = 3;

    @Autowired Views views;

    @Test
    void when_too_many_wait_whoever_comes_reads_it_at_once_and_the_page_comes_back_by_itself()
            throws Exception {
        var refused = ask(MOST, "GET", "/cards/abc", false);
        assertThat(refused.getStatus()).isEqualTo(503);
        var seconds = Integer.parseInt(refused.getHeader("Retry-After"));
        assertThat(seconds).isBetween(5, 30);
        assertThat(refused.getHeader("Refresh")).isEqualTo("" + seconds);
        var page = Jsoup.parse(refused.getContentAsString());
        assertThat(page.text()).contains("Beaucoup de monde arrive en même temps", "toute seule");
        assertThat(page.select("a.btn").attr("href")).isEqualTo("/cards/abc");
        assertThat(ask(MOST - 1, "GET", "/cards/abc", false).getStatus()).isEqualTo(200);
    }

    @Test
    void whoever_has_begun_is_served_when_those_who_come_are_not() throws Exception {
        assertThat(ask(MOST, "GET", "/", true).getStatus()).isEqualTo(200);
        assertThat(ask(MOST, "POST", "/sign-in", false).getStatus()).isEqualTo(200);
    }

    @Test
    void when_twice_as_many_wait_nobody_is_served_and_what_was_sent_is_not_sent_by_itself()
            throws Exception {
        assertThat(ask(2 * MOST, "GET", "/", true).getStatus()).isEqualTo(503);
        var sent = ask(2 * MOST, "POST", "/liaison/new", true);
        assertThat(sent.getStatus()).isEqualTo(503);
        assertThat(sent.getHeader("Refresh")).isNull();
        assertThat(Jsoup.parse(sent.getContentAsString()).text())
                .contains("Revenez en arrière", "gardé en brouillon");
    }

    private MockHttpServletResponse ask(int waiting, String method, String path, boolean inside)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        if (inside) request.setCookies(new Cookie("preau", "abc"));
        var response = new MockHttpServletResponse();
        new OverloadFilter(() -> waiting, views, MOST)
                .doFilter(request, response, new MockFilterChain());
        return response;
    }
}
