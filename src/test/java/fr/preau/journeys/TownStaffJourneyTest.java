package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.agreements.SignedAgreement;
import fr.preau.jobs.RecurringWork;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A town asks for an agent; the région accepts; a year later the town confirms. */
@Journey
class TownStaffJourneyTest {
    private static final String PICTURES = "target/town-staff-";

    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;
    @Autowired List<RecurringWork> work;

    private static void look(BrowserWindow window, String name) {
        window.look();
        window.fitsAt(320);
        window.photograph(PICTURES + name + ".png");
    }

    @Test
    void an_agent_is_asked_for_accepted_and_confirmed(Browsers browsers) throws SQLException {
        SignedAgreement.insert(pool, 2024, LocalDate.parse("2024-06-26"));
        SignedAgreement.insert(pool, 2025, LocalDate.parse("2024-09-01"));
        var mireille = browsers.as(Browsers.Device.PHONE, "mireille.castan");
        mireille.open("/town-staff");
        look(mireille, "empty");
        mireille.link("Demander un agent").first().click();
        mireille.sees("Adresse professionnelle");
        look(mireille, "form");
        mireille.page().getByLabel("Prénom").fill("Léa");
        mireille.page().locator("#lastName").fill("Monier");
        mireille.page().locator("#email").fill("lea.monier@cazouls.fr");
        mireille.page().locator("#position").fill("Responsable périscolaire");
        mireille.page().locator("[name=schools]").first().check();
        mireille.page().locator("#reason").fill("Publier les menus et les grèves");
        mireille.page().locator("#until").fill("2025-09-01");
        mireille.button("Envoyer la demande").click();
        mireille.sees("La demande est envoyée");
        look(mireille, "asked");

        var isabelle = browsers.as(Browsers.Device.DESKTOP, "isabelle.roques");
        isabelle.open("/town-staff");
        isabelle.link("Léa Monier").first().click();
        isabelle.sees("Répondre à la mairie");
        look(isabelle, "decide");
        isabelle.button("Accepter cet agent").click();
        isabelle.sees("L’agent est accepté");
        mireille.open("/town-staff");
        mireille.link("Léa Monier").first().click();
        mireille.sees("Inviter par ProConnect");
        look(mireille, "accepted");

        clock.setTo(
                LocalDate.parse("2025-09-01")
                        .atTime(LocalTime.of(9, 0))
                        .atZone(School.PARIS)
                        .toInstant());
        work.stream()
                .filter(one -> one.name().equals("town-staff-rounds"))
                .forEach(RecurringWork::run);
        var later =
                browsers.window(Browsers.Device.PHONE, true, ColorScheme.DARK)
                        .withSession(browsers.session("gilles.marty"));
        later.open("/town-staff");
        later.sees("Toujours en poste");
        look(later, "confirm-dark");
    }
}
