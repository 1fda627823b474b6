package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.townstaff.AcceptedColleague;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mireille enters with ProConnect, invites a colleague who enters too, and leaves both. */
@Journey
class ProConnectJourneyTest {
    @Autowired HikariDataSource pool;

    private static void is(BrowserWindow window, String name) {
        window.sees("Démonstration");
        window.look();
        window.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void accepts(BrowserWindow window) {
        assertThat(window.page().locator("#agreed")).isVisible();
        window.page().locator("#agreed").check();
        window.page().locator("form.form .btn--primary").click();
        assertThat(window.page().locator(".menu__button")).isVisible();
    }

    @Test
    void mireille_enters_invites_nadege_and_leaves_both(Browsers browsers) throws SQLException {
        AcceptedColleague.insert(pool, "Nadège", "Vidal", "nadege.vidal@cazouls.example");
        var mireille = browsers.phone().open("/sign-in?who=TOWN&then=/town-invitations");
        mireille.link("Entrer avec ProConnect").click();
        is(mireille, "Mireille Castan");
        accepts(mireille);
        mireille.open("/town-invitations").fitsAt(320);
        mireille.page()
                .getByLabel("Son adresse professionnelle")
                .fill("nadege.vidal@cazouls.example");
        mireille.button("Inviter").click();
        mireille.sees("Donnez ce lien maintenant");
        mireille.look();
        var link = mireille.page().locator("#link").textContent();

        var nadege = browsers.phone();
        nadege.open(link.substring(link.indexOf("/town-invitations/")));
        nadege.fitsAt(320);
        nadege.link("Continuer avec ProConnect").click();
        is(nadege, "Nadège Vidal");
        accepts(nadege);

        mireille.open("/town-invitations");
        mireille.sees("Nadège Vidal");
        mireille.page().locator(".menu__button").click();
        mireille.page().locator("form[action='/sign-out'] button").first().click();
        mireille.page().waitForURL("**/proconnect/left?*");
        mireille.look();
        mireille.sees("Vous êtes sorti des deux côtés");
        assertThat(mireille.status("/town-invitations")).isEqualTo(200);
        assertThat(mireille.path()).startsWith("/sign-in");
    }

    @Test
    void whoever_is_not_let_in_reads_what_to_do(Browsers browsers) {
        var paul = browsers.phone().open("/sign-in?who=TOWN");
        paul.link("Entrer avec ProConnect").click();
        is(paul, "Paul Ortega");
        paul.sees("Votre commune n’a pas de convention en cours");
        for (var outcome :
                new String[] {
                    "refused",
                    "unavailable",
                    "no-convention",
                    "no-invitation",
                    "invitation-over",
                    "other-address",
                    "other-account",
                    "no-account"
                }) paul.open("/proconnect/refused/" + outcome).fitsAt(320);
    }
}
