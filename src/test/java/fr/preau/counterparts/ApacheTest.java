package fr.preau.counterparts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.Tokens;
import fr.preau.connectors.Attribute;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.TestConnector;
import fr.preau.saml.Certificates;
import fr.preau.saml.ServiceMetadata;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
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
            var page = send(request(address).build());
            // What our script does of itself, and a button without it.
            var onwards = page(page).selectFirst("form[data-onwards]");
            return onwards == null ? page : send(onwards, page);
        }

        private static HttpRequest.Builder request(String address) {
            return HttpRequest.newBuilder(URI.create(address))
                    .header("User-Agent", "Visitor")
                    .header("Accept", "text/html");
        }

        private HttpResponse<String> send(HttpRequest request) throws Exception {
            return http.send(request, BodyHandlers.ofString());
        }

        static Document page(HttpResponse<String> response) {
            return Jsoup.parse(response.body(), response.uri().toString());
        }

        /** Sends a form of a page as it stands. */
        HttpResponse<String> send(Element form, HttpResponse<String> page) throws Exception {
            var fields =
                    ((FormElement) form)
                            .formData().stream()
                                    .map(field ->
                                            field.key()
                                                    + "="
                                                    + URLEncoder.encode(
                                                            field.value(), StandardCharsets.UTF_8))
                                    .collect(Collectors.joining("&"));
            return send(
                    request(page.uri().resolve(form.attr("action")).toString())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields))
                            .build());
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

    private void registered(Apache apache) throws Exception {
        var described = ServiceMetadata.read(apache.metadata());
        new TestConnector(application)
                .saml(
                        "apache",
                        described.entityId(),
                        described.addresses(),
                        described.calls(),
                        described.signOut(),
                        described.certificates().stream().map(Certificates::write).toList(),
                        Attribute.GIVEN_NAME);
    }

    @Test
    void apache_with_its_saml_module() throws Exception {
        clock.setTo(Instant.now());
        try (var apache = new Apache()) {
            registered(apache);
            apache.start(visitors.address(), SECRET);
            entersAndLeaves(apache, "/saml/");
        }
    }

    @Test
    void apache_with_its_saml_module_asks_for_a_sign_out() throws Exception {
        clock.setTo(Instant.now());
        try (var apache = new Apache()) {
            registered(apache);
            apache.start(visitors.address(), SECRET);
            var yanis = visitors.as("yanis.benali");
            yanis.open("/comfort");
            var browser = Browser.of(yanis, visitors.address());
            assertThat(browser.open(apache.address("/saml/")).body()).contains("La page de saml");
            var back = apache.address("/dehors");
            var page = browser.open(apache.address("/saml/mellon/logout?ReturnTo=" + back));
            assertThat(page.body()).as(apache.log()).contains("Se déconnecter de Préau");
            var out = browser.send(Browser.page(page).selectFirst("form"), page);
            var answer = out.headers().firstValue("Refresh").orElse("").replace("0;url=", "");
            assertThat(browser.open(answer).uri().toString()).as(apache.log()).isEqualTo(back);
            assertThat(browser.open(apache.address("/saml/")).uri().getPath())
                    .isEqualTo("/sign-in");
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
