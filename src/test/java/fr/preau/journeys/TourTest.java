package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.preau.journeys.Browsers.Device;
import org.junit.jupiter.api.Test;

/**
 * Everybody goes through all their pages, on a phone by day and at a desk by night: accessible,
 * never wider than a small phone, nothing said in the console.
 */
@Journey
class TourTest {
    private static final boolean EVERYTHING = "full".equals(System.getProperty("preau.proof"));
    private static final String[] PAGES_OF_ALL = {
        "/", "/notifications", "/comfort", "/security", "/export"
    };

    /**
     * Each page answers 200 and is looked at in both windows, then at the width of 320. The quick
     * check looks at one page in two in each window: the same page at the same place for everybody
     * would leave the other window unseen, so where it begins depends on who goes.
     */
    private static void tour(Browsers browsers, String login, String... pages) {
        var first = Math.floorMod(login.hashCode(), 2);
        for (var window : windows(browsers)) {
            if (!login.isEmpty()) window.withSession(browsers.session(login));
            for (var n = EVERYTHING ? 0 : first; n < pages.length; n += EVERYTHING ? 1 : 2) {
                assertThat(window.status(pages[n])).as(login + " " + pages[n]).isEqualTo(200);
                assertThat(window.path()).as(login).isEqualTo(pages[n]);
                look(window);
            }
            first = 1 - first;
        }
    }

    private static BrowserWindow[] windows(Browsers browsers) {
        return new BrowserWindow[] {
            browsers.window(Device.PHONE), browsers.window(Device.DESKTOP, true, ColorScheme.DARK)
        };
    }

    private static void look(BrowserWindow window) {
        window.look().fitsAt(320);
    }

    @Test
    void strangers(Browsers browsers) {
        tour(
                browsers,
                "",
                "/sign-in",
                "/sign-in?who=FAMILY",
                "/activation",
                "/accessibilite",
                "/donnees-personnelles",
                "/mentions-legales",
                "/cards/carte-de-yanis-benali-demo",
                "/cards/carte-de-ines-benali-demo");
        for (var window : windows(browsers)) {
            window.withSession(browsers.session("amina.benali"));
            assertThat(window.status("/nowhere")).isEqualTo(404);
            look(window);
        }
    }

    @Test
    void those_who_come_for_the_first_time(Browsers browsers) {
        for (var login : new String[] {"thomas.leroy", "tom.costa", "marc.olivet"})
            for (var window : windows(browsers)) {
                window.page().navigate("/sign-in");
                window.page().getByLabel("Identifiant").fill(login);
                window.page().getByLabel("Mot de passe").fill("preau-demo-2024");
                window.page().locator("form.sheet .btn--primary").click();
                assertThat(window.path()).isIn("/charter", "/second-factor");
                look(window);
            }
    }

    @Test
    void guardians(Browsers browsers) {
        tour(browsers, "amina.benali", PAGES_OF_ALL);
        tour(browsers, "amina.benali", "/liaison", "/liaison/1", "/liaison/1/print");
    }

    @Test
    void teachers(Browsers browsers) {
        tour(browsers, "helene.costa", PAGES_OF_ALL);
        tour(
                browsers,
                "helene.costa",
                "/liaison",
                "/liaison/1",
                "/liaison/1/correction",
                "/liaison/1/print",
                "/liaison/new",
                "/pupils",
                "/classes",
                "/classes/new");
    }

    @Test
    void directors(Browsers browsers) {
        tour(browsers, "marc.olivet", PAGES_OF_ALL);
        tour(browsers, "marc.olivet", "/liaison", "/liaison/1", "/liaison/new", "/pupils");
        tour(browsers, "marc.olivet", "/journal");
        tour(
                browsers,
                "marc.olivet",
                "/delegations",
                "/delegations/new",
                "/switches",
                "/switches/liaison");
        tour(browsers, "marc.olivet", "/classes", "/classes/new?kind=CLASS");
        tour(browsers, "marc.olivet", "/year", "/years", "/tools");
        tour(
                browsers,
                "marc.olivet",
                "/departures",
                "/temporary-accounts",
                "/temporary-accounts/new");
        tour(browsers, "marc.olivet", "/onde");
        tour(browsers, "marc.olivet", "/contact", "/contact/why", "/people?q=benali");
    }

    @Test
    void pupils(Browsers browsers) {
        tour(browsers, "yanis.benali", "/", "/liaison");
        tour(browsers, "jade.leroy", "/", "/liaison", "/comfort", "/notifications", "/calendar");
        tour(browsers, "ines.benali", "/", "/liaison", "/calendar");
    }

    @Test
    void the_town_the_academy_and_the_publisher(Browsers browsers) {
        for (var login : new String[] {"mireille.castan", "patrick.mazel", "remi.vernet"})
            tour(browsers, login, PAGES_OF_ALL);
        tour(browsers, "mireille.castan", "/tools", "/perimeter");
        tour(
                browsers,
                "isabelle.roques",
                "/tools",
                "/perimeter",
                "/deliveries",
                "/deliveries/1",
                "/delegations",
                "/delegations/new");
    }
}
