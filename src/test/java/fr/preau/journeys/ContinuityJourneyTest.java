package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.agreements.SignedAgreement;
import fr.preau.continuity.Standings;
import fr.preau.jobs.RecurringWork;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A convention ends: what a director, a parent, a pupil and the région see of it. */
@Journey
class ContinuityJourneyTest {
    private static final String PICTURES = "target/continuity-";

    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;
    @Autowired Standings standings;
    @Autowired List<RecurringWork> work;

    private void on(String day) {
        clock.setTo(
                LocalDate.parse(day).atTime(LocalTime.of(9, 0)).atZone(School.PARIS).toInstant());
        standings.forget();
        work.stream()
                .filter(one -> one.name().equals("continuity-rounds"))
                .forEach(RecurringWork::run);
    }

    private static void look(BrowserWindow window, String name) {
        window.look();
        window.fitsAt(320);
        window.photograph(PICTURES + name + ".png");
    }

    @Test
    void nobody_is_surprised(Browsers browsers) throws SQLException {
        SignedAgreement.insert(pool, 2024, LocalDate.parse("2024-06-26"));
        on("2025-05-01");
        var marc = browsers.as(Browsers.Device.PHONE, "marc.olivet");
        marc.open("/");
        marc.sees("la suivante n’est pas signée");
        look(marc, "director-home");
        marc.open("/continuity/here");
        look(marc, "director-here");

        on("2025-09-02");
        var amina = browsers.as(Browsers.Device.PHONE, "amina.benali");
        amina.open("/");
        amina.sees("tout se lit encore");
        look(amina, "parent-home");
        amina.link("En savoir plus").first().click();
        amina.sees("vous ne pouvez plus signer");
        look(amina, "parent-here");
        var yanis = browsers.as(Browsers.Device.PHONE, "yanis.benali");
        yanis.open("/");
        yanis.sees("Tu peux tout relire");
        look(yanis, "pupil-home");
        yanis.open("/continuity/here");
        look(yanis, "pupil-here");
        var ines = browsers.as(Browsers.Device.DESKTOP, "ines.benali");
        ines.open("/");
        look(ines, "nursery-home");

        on("2025-10-17");
        on("2025-11-01");
        var thomas = browsers.as(Browsers.Device.PHONE, "thomas.leroy");
        thomas.open("/");
        thomas.sees("est fermé");
        look(thomas, "closed");
        thomas.link("Prendre mes données").first().click();
        thomas.sees("Télécharger");
        look(thomas, "closed-export");
        var isabelle = browsers.as(Browsers.Device.DESKTOP, "isabelle.roques");
        isabelle.open("/continuity");
        look(isabelle, "list");
        isabelle.link("Exupéry").first().click();
        isabelle.sees("Donner plus de temps");
        look(isabelle, "school");
        var dark =
                browsers.window(Browsers.Device.PHONE, true, ColorScheme.DARK)
                        .withSession(browsers.session("isabelle.roques"));
        dark.open("/continuity");
        dark.look();
        dark.photograph(PICTURES + "list-dark.png");
    }
}
