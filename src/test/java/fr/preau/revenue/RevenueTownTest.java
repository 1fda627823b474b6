package fr.preau.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.web.Profile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A town hall reads what it owes, and nothing of the others; only the région acts. */
@School
class RevenueTownTest {
    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;

    private Desk desk;

    @BeforeEach
    void sit_down() {
        desk = new Desk(visitors, pool);
    }

    @Test
    void the_town_hall_reads_what_it_owes_how_to_pay_and_how_to_contest() throws SQLException {
        var path = desk.issued();
        for (var login : List.of("mireille.castan", "gilles.marty")) {
            var town = visitors.as(login);
            assertThat(town.open("/tools").page().select("a[href=/revenue-orders]"))
                    .as(login)
                    .isNotEmpty();
            assertThat(town.open("/revenue-orders").words())
                    .contains("Commune de Cazouls-lès-Béziers")
                    .contains("4021");
            var page = town.open(path);
            assertThat(page.words())
                    .contains("Reste à payer 90 €")
                    .contains("À payer au plus tard le 10/10/2024")
                    .contains("Par virement au comptable")
                    .contains("dans les deux mois qui suivent la notification");
            assertThat(page.page().select("main form[method=post]")).isEmpty();
            assertThat(town.ask(path + "/request.pdf").status()).isEqualTo(200);
        }
    }

    @Test
    void a_request_that_has_not_left_is_not_yet_the_town_halls() throws SQLException {
        var path = desk.prepared();
        assertThat(visitors.as("mireille.castan").ask(path).status()).isEqualTo(404);
        assertThat(visitors.as("mireille.castan").open("/revenue-orders?year=2024").words())
                .contains("Aucun titre");
        desk.officer();
        desk.send();
        assertThat(visitors.as("mireille.castan").ask(path).status()).isEqualTo(200);
    }

    @Test
    void the_titre_of_another_town_does_not_exist() throws SQLException {
        var path = desk.issued();
        assertThat(visitors.as("mireille.castan").ask(path).status())
                .as("the premise: it is theirs")
                .isEqualTo(200);
        desk.run(
                "insert into structure (kind, name, insee, parent_id, academy) select 'TOWN', 'Ailleurs', '34999', parent_id, academy from structure where insee = '34069' and kind = 'TOWN'");
        desk.run(
                "update agreement set town_id = (select id from structure where insee = '34999') where school_year = 2024");
        for (var address : List.of(path, path + "/request.pdf"))
            assertThat(visitors.as("mireille.castan").ask(address).status())
                    .as(address)
                    .isEqualTo(404);
        assertThat(visitors.as("mireille.castan").open("/revenue-orders?year=2024").words())
                .contains("Aucun titre")
                .doesNotContain("4021");
    }

    @Test
    void only_the_region_acts() throws SQLException {
        var path = desk.issued();
        var acts =
                List.of(
                        "/details",
                        "/sending",
                        "/correction",
                        "/issue",
                        "/payments",
                        "/reductions",
                        "/refunds",
                        "/contests",
                        "/decision",
                        "/reminders");
        for (var login :
                List.of("mireille.castan", "gilles.marty", "odile.fabre", "patrick.mazel")) {
            for (var act : acts)
                assertThat(
                                visitors.as(login)
                                        .post(path + act, Map.of("amount", "90", "day", Desk.TODAY))
                                        .status())
                        .as(login + act)
                        .isEqualTo(404);
            for (var address : List.of("/revenue-orders.csv", "/revenue-orders/terms"))
                assertThat(visitors.as(login).ask(address).status())
                        .as(login + address)
                        .isEqualTo(404);
        }
        assertThat(desk.pay(path, "45").status()).as("the premise: she does").isEqualTo(200);
    }

    @Test
    void the_departement_reads_and_the_others_do_not() throws SQLException {
        var path = desk.issued();
        assertThat(visitors.as("odile.fabre", Profile.SUPERVISION).open(path).words())
                .contains("Reste à payer 90 €");
        for (var login :
                List.of(
                        "patrick.mazel",
                        "marc.olivet",
                        "amina.benali",
                        "bruno.astruc",
                        "remi.vernet"))
            for (var address : List.of("/revenue-orders", path))
                assertThat(visitors.as(login).ask(address).status()).as(login).isEqualTo(404);
    }

    @Test
    void the_wall_itself_keeps_a_town_hall_from_writing() throws SQLException {
        desk.issued();
        var town = desk.one("select town_id from agreement where school_year = 2024");
        var said =
                org.assertj.core.api.Assertions.catchThrowable(() ->
                        desk.run(
                                "begin; select set_config('preau.towns', '{%s}', true); set local role preau_app; insert into revenue_movement (order_id, agreement_id, kind, on_day, cents, at) select id, agreement_id, 'PAYMENT', '2024-09-10', 9000, now() from revenue_order"
                                        .formatted(town)));
        assertThat(said).hasMessageContaining("row-level security");
    }
}
