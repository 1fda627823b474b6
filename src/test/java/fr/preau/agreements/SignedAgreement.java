package fr.preau.agreements;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * A convention of Cazouls-lès-Béziers that both have signed, without the screens that lead there.
 */
public final class SignedAgreement {
    private SignedAgreement() {}

    /** For its two schools, at 45 € each. Returns its number. */
    public static long insert(HikariDataSource pool, int year, LocalDate signedOn)
            throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement()) {
            clear(sql, "school_year = " + year);
            try (var rows =
                    sql.executeQuery(
                            """
                            with t as (
                                select t.id as town, d.id as department, a.id as academy, r.id as region
                                  from structure t, structure d, structure a, structure r
                                 where t.insee = '34069' and t.kind = 'TOWN' and d.kind = 'DEPARTMENT' and d.academy = '11' and a.kind = 'ACADEMY' and a.academy = '11' and r.kind = 'REGION'
                            ), m as (
                                insert into agreement_template (from_year, body, made_at) values (2000, 'Article', now()) returning id
                            ), w as (
                                insert into debtor (kind, name, siret, town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, email, chorus_service, changed_at)
                                select 'TOWN', 'Commune de Cazouls-lès-Béziers', '21340069000011', town, department, academy, region, 'place des Cent Quarante', '34370', 'Cazouls-lès-Béziers', 'Gilles Marty', 'Maire', '', '', now() from t
                                on conflict (siret) do update set changed_at = now()
                                returning *
                            ), g as (
                                insert into agreement (debtor_id, school_year, town_id, department_id, academy_id, region_id, state, debtor_kind, debtor_name, siret, street, postal_code, city, signatory_name,
                                                       signatory_title, chorus_service, region_signatory, template_id, rate_cents, amount_cents, made_at, sent_at, checked_at, town_signed_on, region_signed_on, effect_on, ends_on)
                                select w.id, %1$d, w.town_id, w.department_id, w.academy_id, w.region_id, 'SIGNED', w.kind, w.name, w.siret, w.street, w.postal_code, w.city, w.signatory_name,
                                       w.signatory_title, '', 'Isabelle Roques', m.id, 4500, 9000, now(), now(), now(), '%2$s', '%2$s', '%2$s', '%3$d-09-01' from w, m
                                returning id, school_year
                            ), s as (
                                insert into agreement_school (agreement_id, uai, school_year, structure_id, label)
                                select g.id, s.uai, g.school_year, s.id, 'CAZOULS-LÈS-BÉZIERS - 34 - ' || upper(s.name) || ' - ' || s.uai from g, structure s where s.uai in ('0340289E', '0341315V')
                            )
                            select id from g
                            """
                                    .formatted(year, signedOn, year + 1))) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** As if nothing had been prepared for this year, nor for those that follow. */
    public static void clear(HikariDataSource pool, int year) throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement()) {
            clear(sql, "school_year >= " + year);
        }
    }

    private static void clear(Statement sql, String which) throws SQLException {
        sql.execute(
                "delete from agreement_seal where agreement_id in (select id from agreement where "
                        + which
                        + ")");
        sql.execute("delete from agreement where " + which);
    }
}
