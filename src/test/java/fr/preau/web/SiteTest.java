package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.database.Unusable;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SiteTest {
    private static Site site(String... settings) {
        var environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2)
            environment.setProperty(settings[i], settings[i + 1]);
        return new Site(environment);
    }

    /** The request as what follows sees it; the visitor has written the first address. */
    private static HttpServletRequest seen(Site site) throws Exception {
        var request = new MockHttpServletRequest("GET", "/pupils");
        request.setRemoteAddr("10.0.0.2");
        request.setServerName("evil.example");
        request.addHeader("X-Forwarded-For", "6.6.6.6, 192.0.2.7");
        request.addHeader("X-Forwarded-Proto", "https");
        var chain = new MockFilterChain();
        site.doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }

    @Test
    void forwarded_headers_count_for_nothing_by_themselves() throws Exception {
        var request = seen(site());
        assertThat(request.getRemoteAddr()).isEqualTo("10.0.0.2");
        assertThat(request.isSecure()).isFalse();
    }

    @Test
    void behind_our_proxy_the_address_that_it_saw_counts() throws Exception {
        var request = seen(site("preau.proxy", "true"));
        assertThat(request.getRemoteAddr()).isEqualTo("192.0.2.7");
        assertThat(request.isSecure()).isTrue();
    }

    @Test
    void links_that_leave_the_site_carry_its_address_whatever_the_host_says() throws Exception {
        var site = site("preau.address", "https://ecole.example.fr/");
        var request = seen(site);
        assertThat(site.link(request, "/cards/")).isEqualTo("https://ecole.example.fr/cards/");
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getRemoteAddr()).isEqualTo("10.0.0.2");
    }

    @Test
    void production_needs_its_address() {
        assertThatThrownBy(() -> site("preau.mode", "production")).isInstanceOf(Unusable.class);
        assertThatThrownBy(() ->
                        site(
                                "preau.mode",
                                "production",
                                "preau.address",
                                "http://ecole.example.fr"))
                .isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> site("preau.address", "https://a.example/x?y"))
                .isInstanceOf(Unusable.class);
        site("preau.mode", "production", "preau.address", "https://ecole.example.fr");
        site("preau.mode", "production", "preau.command", "import");
    }
}
