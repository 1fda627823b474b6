package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import fr.preau.journeys.Browsers.Device;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An académie chooses what it asks of passwords; a teacher whose own is too old makes another. */
@Journey
class PasswordsJourneyTest {
    private static final String PICTURES = "target/pages/";

    @Autowired HikariDataSource pool;

    private void sql(String statement) throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void the_choice_of_an_academie_is_seen_on_every_screen(Browsers browsers) {
        for (var device : List.of(Device.PHONE, Device.DESKTOP)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var isabelle =
                        browsers.window(device, true, scheme)
                                .withSession(browsers.session("isabelle.roques"));
                for (var place : List.of("/passwords", "/identity-providers/new")) {
                    isabelle.open(place).look().fitsAt(320);
                    isabelle.photograph(
                            PICTURES
                                    + place.substring(1).replace('/', '-')
                                    + "-"
                                    + device
                                    + "-"
                                    + scheme
                                    + ".png");
                }
            }
        }
    }

    @Test
    void julien_makes_another_password_before_anything_else(Browsers browsers) throws SQLException {
        sql(
                "insert into password_choice (academy_id, habit, guardians, from_on, chosen_at, by_person_id) select s.id, 'ACADEMY', false, '2024-09-01', now(), (select min(id) from person) from structure s where s.kind = 'ACADEMY' and s.academy = '11'");
        sql("update account set password_changed_at = '2020-09-01' where login = 'julien.pradal'");
        var julien = browsers.phone().open("/sign-in");
        julien.page().getByLabel("Identifiant").fill("julien.pradal");
        julien.page().getByLabel("Mot de passe").fill("preau-demo-2024");
        julien.page().locator("form.sheet .btn--primary").tap();
        julien.sees("Choisissez un nouveau mot de passe");
        julien.look().fitsAt(320);
        julien.photograph(PICTURES + "renewal-390.png");
        julien.page().locator("input[type=password]").last().fill("Quatre lampes sous 1 nuage");
        julien.page().locator("form.form .btn--primary").tap();
        assertThat(julien.page()).not().hasURL(Pattern.compile("/(renewal|sign-in)"));
        julien.look();
    }
}
