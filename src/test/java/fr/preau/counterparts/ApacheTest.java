package fr.preau.counterparts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.Tokens;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.TestConnector;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Services that others have written believe what is said here: Apache with the modules of Debian
 * signs in, reads what it was told, and is told of the sign-out.
 */
@School
@EnabledIf("installed")
class ApacheTest {
    private static final String SECRET = "un-secret-pour-apache";

    @Autowired ApplicationContext application;
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    static boolean installed() {
        return Apache.isInstalled();
    }

    /** A browser that follows redirections between the two sites, with the cookies of both. */
    private record Browser(HttpClient http) {
        static Browser of(Visitor visitor, String preau) {
            var cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
            var session = new HttpCookie("preau", visitor.cookie("preau"));
            session.setPath("/");
            session.setVersion(0);
            session.setDomain("localhost.local");
            cookies.getCookieStore().add(URI.create(preau), session);
            return new Browser(
                    HttpClient.newBuilder()
                            .cookieHandler(cookies)
                            .followRedirects(HttpClient.Redirect.ALWAYS)
                            .build());
        }

        HttpResponse<String> open(String address) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("User-Agent", "Visitor")
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private void entersAndLeaves(Apache apache, String path) throws Exception {
        var yanis = visitors.as("yanis.benali");
        yanis.open("/comfort");
        var browser = Browser.of(yanis, visitors.address());
        var page = browser.open(apache.address(path));
        assertThat(page.uri().toString()).as(apache.log()).startsWith(apache.address(path));
        assertThat(page.statusCode()).as(apache.log()).isEqualTo(200);
        assertThat(page.body()).contains("La page de");
        assertThat(page.headers().firstValue("X-User"))
                .get()
                .asString()
                .containsPattern("^[0-9a-f]{40}");
        // The module of CAS writes what it was told in its log, that of OpenID Connect hands it on.
        if (path.equals("/cas/")) assertThat(apache.log()).contains("attribute Prenom=Yanis");
        else assertThat(page.headers().firstValue("X-Given-Name")).hasValue("Yanis");
        assertThat(browser.open(apache.address(path)).statusCode()).isEqualTo(200);
        yanis.form(yanis.open("/comfort"), "/sign-out").send();
        // The sign-out tells by itself, beside the answer: the page closes as soon as it has.
        var after = browser.open(apache.address(path));
        for (var tries = 0;
                after.statusCode() == 200 && inside(after, apache) && tries < 500;
                tries++) after = browser.open(apache.address(path));
        assertThat(after.uri().getPath()).as("asked again who is there").isEqualTo("/sign-in");
    }

    private static boolean inside(HttpResponse<String> page, Apache apache) {
        return page.uri().toString().startsWith(apache.address("/"));
    }

    @Test
    void apache_with_its_cas_module() throws Exception {
        clock.setTo(Instant.now());
        try (var apache = new Apache()) {
            new TestConnector(application)
                    .open(
                            "apache",
                            Protocol.CAS,
                            null,
                            List.of(apache.address("/")),
                            List.of(),
                            null,
                            Attribute.GIVEN_NAME);
            apache.start(visitors.address(), SECRET);
            entersAndLeaves(apache, "/cas/");
        }
    }

    @Test
    void apache_with_its_openid_connect_module() throws Exception {
        clock.setTo(Instant.now());
        try (var apache = new Apache()) {
            new TestConnector(application)
                    .open(
                            "apache",
                            Protocol.OPENID,
                            "apache",
                            List.of(apache.address("/oidc/retour")),
                            List.of(apache.address("/oidc/retour?logout=backchannel")),
                            Tokens.hash(SECRET),
                            Attribute.GIVEN_NAME);
            apache.start(visitors.address(), SECRET);
            entersAndLeaves(apache, "/oidc/");
        }
    }
}
