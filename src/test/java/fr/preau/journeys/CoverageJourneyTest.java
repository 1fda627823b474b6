package fr.preau.journeys;

import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import fr.preau.coverage.CountPeople;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The région looks at the board, goes to a commune; the town looks at its own page. */
@Journey
class CoverageJourneyTest {
    private static final String PICTURES = "target/coverage-";

    @Autowired HikariDataSource pool;
    @Autowired CountPeople people;

    /** Communes in all thirteen départements, some of which have signed. */
    private void region() throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement()) {
            sql.execute(
                    """
                    with d as (select d, n, ordinality as o from unnest(string_to_array('09,11,12,30,31,32,34,46,48,65,66,81,82', ',')) with ordinality u (d, ordinality), generate_series(1, 9) n),
                    town as (insert into structure (kind, name, insee) select 'TOWN', 'Commune ' || d || '-' || n, d || (700 + n) from d returning id, name, insee),
                    school as (
                        insert into structure (kind, name, uai, insee, academy, town_id, city)
                        select 'SCHOOL', 'École publique ' || t.name, k.n || substr('ABCDEFGHJKLMNPRSTUVWXYZ', k.n::int % 23 + 1, 1), t.insee, '16', t.id, t.name
                          from town t cross join lateral (select '0' || left(t.insee, 2) || '7' || right(t.insee, 3) as n) k returning id, uai, town_id, insee, name),
                    up as (insert into school_above (node_id, school_id) select n.id, s.id from school s, structure n where n.kind = 'REGION' returning 1),
                    w as (
                        insert into debtor (kind, name, siret, town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, email, chorus_service, changed_at)
                        select 'TOWN', t.name, '99999' || lpad(t.insee, 9, '0'), t.id, null, a.id, r.id, '1 rue', '34000', t.name, 'Camille Exemple', 'Maire', '', '', now()
                          from town t, structure a, structure r where a.kind = 'ACADEMY' and a.academy = '11' and r.kind = 'REGION'
                           and right(t.insee, 1)::int <= 1 + left(t.insee, 2)::int % 9 returning *),
                    g as (
                        insert into agreement (debtor_id, school_year, town_id, department_id, academy_id, region_id, state, debtor_kind, debtor_name, siret, street, postal_code, city,
                                               signatory_name, signatory_title, chorus_service, template_id, rate_cents, amount_cents, made_at, effect_on, ends_on)
                        select w.id, 2024, w.town_id, null, w.academy_id, w.region_id, case when w.id % 5 = 0 then 'SENT' else 'SIGNED' end, w.kind, w.name, w.siret, w.street, w.postal_code,
                               w.city, w.signatory_name, w.signatory_title, '', (select min(id) from agreement_template), 4500, 4500, now(), '2024-06-26', '2025-09-01' from w returning id, town_id, school_year)
                    insert into agreement_school (agreement_id, uai, school_year, structure_id, label)
                    select g.id, s.uai, g.school_year, s.id, s.name from g join school s on s.town_id = g.town_id
                    """);
        }
        people.run();
    }

    @Test
    void the_board_the_lists_and_the_page_of_a_town(Browsers browsers) throws SQLException {
        region();
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            var name = scheme.name().toLowerCase(java.util.Locale.ROOT);
            for (var device :
                    new Browsers.Device[] {Browsers.Device.PHONE, Browsers.Device.DESKTOP}) {
                var suffix = device.name().toLowerCase(java.util.Locale.ROOT) + "-" + name + ".png";
                var isabelle =
                        browsers.window(device, true, scheme)
                                .withSession(browsers.session("isabelle.roques"));
                isabelle.open("/coverage?year=2024");
                isabelle.sees("Carte des deux académies");
                isabelle.fitsAt(320);
                isabelle.photograph(PICTURES + "board-" + suffix);
                isabelle.open("/coverage/towns?year=2024&show=NONE");
                isabelle.fitsAt(320);
                isabelle.photograph(PICTURES + "towns-" + suffix);
                var mireille =
                        browsers.window(device, true, scheme)
                                .withSession(browsers.session("mireille.castan"));
                mireille.open("/tools");
                mireille.link("Ce que donne la convention").first().click();
                mireille.sees("Pour quelles écoles");
                mireille.look();
                mireille.fitsAt(320);
                mireille.photograph(PICTURES + "town-" + suffix);
            }
        }
        var isabelle = browsers.desktop().withSession(browsers.session("isabelle.roques"));
        isabelle.open("/coverage?year=2024");
        isabelle.page().locator(".map__tile[data-place='81'] a").click();
        isabelle.sees("Tarn, année scolaire 2024-2025");
        isabelle.open("/coverage/schools?year=2024&show=UNCOVERED");
        isabelle.fitsAt(320);
        isabelle.photograph(PICTURES + "schools-desktop-light.png");
    }
}
