package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import fr.preau.access.AccountWork;
import fr.preau.journeys.Browsers.Device;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A whole class enters by its own tablets, and nobody has to read: eight of the twenty-eight
 * children here, all of them with {@code -Dproof=full}.
 */
@Journey
class ClassArrivesJourneyTest {
    private static final int CLASS = 28;
    private static final int ENTER = "full".equals(System.getProperty("preau.proof")) ? CLASS : 8;
    private static final int TABLETS = 4;
    private static final List<String> PICTURES = List.of("cat", "sun", "boat", "apple");

    @Autowired AccountWork accounts;
    @Autowired HikariDataSource pool;

    /** CP A with twenty-eight children, each with four pictures. */
    private List<Long> twentyEight() throws SQLException {
        var children = new ArrayList<Long>();
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            var cpA =
                    " from school_class c join structure s on s.id = c.school_id and s.uai = '0341315V' where c.label = 'CP A'";
            var missing = 0;
            try (var rows =
                    sql.executeQuery(
                            "select count(*) from class_enrolment e where (e.school_id, e.class_id) in (select c.school_id, c.id"
                                    + cpA
                                    + ")")) {
                rows.next();
                missing = CLASS - rows.getInt(1);
            }
            for (int n = 0; n < missing; n++) {
                long child;
                try (var rows =
                        sql.executeQuery(
                                "insert into person (kind, source, first_name, last_name) values ('PUPIL', 'LOCAL', 'Camille', 'Nouveau"
                                        + (char) ('a' + n)
                                        + "') returning id")) {
                    rows.next();
                    child = rows.getLong(1);
                }
                sql.execute(
                        "insert into enrolment (school_id, pupil_id, level) select c.school_id, "
                                + child
                                + ", '1121'"
                                + cpA);
                sql.execute(
                        "insert into class_enrolment (school_id, class_id, pupil_id) select c.school_id, c.id, "
                                + child
                                + cpA);
            }
            try (var rows =
                    sql.executeQuery(
                            "select e.pupil_id from class_enrolment e where (e.school_id, e.class_id) in (select c.school_id, c.id"
                                    + cpA
                                    + ") order by 1")) {
                while (rows.next()) children.add(rows.getLong(1));
            }
        }
        for (var child : children) {
            accounts.welcome(child);
            accounts.giveDemoCard(child, "carte-" + child, PICTURES);
        }
        return children;
    }

    @Test
    @Timeout(400)
    void twenty_eight_children_of_cp_a_enter_without_reading(Browsers browsers)
            throws SQLException {
        var children = twentyEight();
        assertThat(children).hasSize(CLASS);

        var helene = browsers.as(Device.DESKTOP, "helene.costa").open("/pupils");
        helene.page().locator("a[href$='/arrival']").first().click();
        helene.button("Faire entrer les tablettes").click();
        helene.look();
        var qr = helene.page().locator(".arrival__qr").getAttribute("href");
        var path = qr.substring(qr.indexOf("/class/"));
        helene.photograph("target/journeys/arrival-desktop.png");

        var work = new DoubleAdder();
        var requests = new LongAdder();
        var tablets = new ArrayList<BrowserWindow>();
        for (int n = 0; n < TABLETS; n++) {
            var tablet = browsers.window(n == 0 ? Device.PHONE : Device.TABLET);
            tablet.page()
                    .onRequestFinished(request -> {
                        if (!request.isNavigationRequest()) return;
                        var timing = request.timing();
                        work.add(Math.max(0, timing.responseStart - timing.requestStart));
                        requests.increment();
                    });
            tablet.page().navigate(path);
            if (n < 2) {
                tablet.look();
                CardJourneyTest.forSmallHands(tablet);
                tablet.photograph("target/journeys/pairing-" + n + ".png");
            }
            tablet.page().locator(".pairing").tap();
            assertThat(tablet.page().locator(".face")).hasCount(CLASS);
            if (n < 2) {
                tablet.look();
                CardJourneyTest.forSmallHands(tablet);
                tablet.photograph("target/journeys/faces-" + n + ".png");
            }
            tablets.add(tablet);
        }
        assertThat(helene.page().locator(".arrival__count dd").first()).hasText("" + TABLETS);

        for (int n = 0; n < ENTER; n++) {
            var tablet = tablets.get(n % TABLETS);
            var page = tablet.page();
            page.locator(".face[href='/class/" + children.get(n) + "']").tap();
            assertThat(page.locator(".keypad")).isVisible();
            if (n < 2) {
                tablet.look();
                CardJourneyTest.forSmallHands(tablet);
            }
            CardJourneyTest.touch(tablet, PICTURES);
            assertThat(page).hasURL(Pattern.compile("/charter$"));
            tablet.button("D’accord").tap();
            assertThat(page).hasURL(Pattern.compile("/$"));
            page.context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                                    .setName("preau"));
            page.navigate("/");
            assertThat(page.locator(".face")).hasCount(CLASS);
        }
        assertThat(helene.page().locator(".arrival__count dd").nth(1))
                .hasText(ENTER + " / " + CLASS);
        helene.look();
        helene.photograph("target/journeys/arrival-done.png");
        System.out.printf(
                "The class arrives: %d children, %d tablets, %d pages, %.0f ms of waiting for the server in all%n",
                ENTER, TABLETS, requests.sum(), work.sum());
    }

    @Test
    void the_pages_of_access_are_seen_on_every_screen(Browsers browsers) {
        for (var device : List.of(Device.PHONE, Device.TABLET, Device.DESKTOP)) {
            var marc = browsers.as(device, "marc.olivet").open("/pupils");
            var jade = marc.page().locator(".list-row:has-text('Jade')").first();
            var card = jade.locator("a[href$='/card']").getAttribute("href");
            var words = jade.locator("a[href$='/passphrase']").getAttribute("href");
            marc.open("/pupils/poster").photograph("target/journeys/poster-" + device + ".png");
            marc.open(card).button("Préparer une carte").click();
            marc.look();
            marc.open(card).photograph("target/journeys/pupil-card-" + device + ".png");
            marc.open(words).page().locator("[name=words]").first().check();
            marc.photograph("target/journeys/passphrase-" + device + ".png");
            marc.button("Enregistrer ces trois mots").click();
            marc.sees("Identifiant : jade.leroy");
            marc.look();
            marc.photograph("target/journeys/ticket-" + device + ".png");
        }
    }
}
