package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A director empties the board, and tells families that the school is closed. */
@Journey
class QualityJourneyTest {
    @Autowired HikariDataSource pool;

    @Test
    void marc_opens_the_board_goes_to_a_list_and_repairs_it(Browsers browsers) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(
                    """
                    insert into duplicate_pair (school_id, first_id, second_id, profile, score, reasons, found_at)
                    select e.school_id, min(e.pupil_id), max(e.pupil_id), 'PUPIL', 80, '{NAMES,BIRTH}', now() from enrolment e
                      join structure s on s.id = e.school_id and s.uai = '0341315V' group by e.school_id
                    """);
        }
        var marc = browsers.as(Browsers.Device.DESKTOP, "marc.olivet").open("/quality");
        marc.fitsAt(320);
        marc.link("Responsables jamais connectés").click();
        marc.look().fitsAt(320);
        marc.link("Qualité de l’annuaire").first().click();
        marc.link("Doublons possibles").click();
        marc.look().fitsAt(320);
        marc.page().locator(".list-row__title a").first().click();
        marc.sees("Est-ce la même personne ?");
        marc.look().fitsAt(320);
        marc.button("Ce sont deux personnes").click();
        marc.sees("C’est noté : ce sont deux personnes.");
        marc.open("/quality");
        assertThat(marc.link("Doublons possibles")).hasCount(0);
    }

    @Test
    void a_closure_told_by_the_director_is_on_the_phone_of_a_family(Browsers browsers) {
        var marc = browsers.as(Browsers.Device.DESKTOP, "marc.olivet").open("/calendar/school");
        marc.fitsAt(320);
        marc.page().getByLabel("Premier jour").fill("2024-09-13");
        marc.page().getByLabel("Pourquoi").fill("Journée de formation");
        marc.button("Ajouter au calendrier").click();
        marc.sees("Le calendrier de l’école est à jour.");
        marc.look();
        var thomas = browsers.as(Browsers.Device.PHONE, "thomas.leroy").open("/calendar");
        thomas.sees("Journée de formation");
        thomas.fitsAt(320);
        thomas.open("/calendar?view=weeks").fitsAt(320);
        thomas.open("/calendar/print");
    }
}
