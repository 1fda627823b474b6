package fr.preau.agreements;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who pays, behind the wall of whoever asks. */
@Component
public class Debtors {
    private static final int SHOWN = 50;
    private static final String SELECT =
            """
            select d.id, d.kind, d.name, d.siret, d.town_id, t.name as town_name, coalesce(t.insee, '') as insee, d.street, d.postal_code, d.city,
                   d.signatory_name, d.signatory_title, d.email, d.chorus_service
              from debtor d join structure t on t.id = d.town_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Debtors(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A commune that may pay, or whose mayor may act for the body that does. */
    public record Town(long id, String name, String insee, String siret, int schools) {
        String department() {
            return insee.startsWith("97") ? insee.substring(0, 3) : insee.substring(0, 2);
        }
    }

    /** By name or SIRET; at most fifty, and whether there are more. */
    List<Debtor> search(String words) {
        return db.sql(
                        SELECT
                                + " where :words = '' or plain(d.name) like '%' || plain(:words) || '%' or d.siret like replace(:words, ' ', '') || '%'"
                                + " order by plain(d.name), d.id limit :shown")
                .param("words", escaped(words))
                .param("shown", SHOWN + 1)
                .query(Debtor.class)
                .list();
    }

    private static String escaped(String words) {
        return words.strip().replaceAll("([%_\\\\])", "\\\\$1");
    }

    public Optional<Debtor> find(long id) {
        return db.sql(SELECT + " where d.id = :id").param("id", id).query(Debtor.class).optional();
    }

    Optional<Debtor> bySiret(String siret) {
        return db.sql(SELECT + " where d.siret = :siret")
                .param("siret", siret)
                .query(Debtor.class)
                .optional();
    }

    /** Communes with schools, by the beginning of a word of their name. */
    List<Town> towns(String words) {
        if (words.isBlank()) return List.of();
        return db.sql(
                        TOWN
                                + " where t.kind = 'TOWN' and plain(t.name) like '%' || plain(:words) || '%' order by plain(t.name) like plain(:words) || '%' desc, plain(t.name), t.id limit 20")
                .param("words", escaped(words))
                .query(Town.class)
                .list();
    }

    Optional<Town> town(long id) {
        return db.sql(TOWN + " where t.kind = 'TOWN' and t.id = :id")
                .param("id", id)
                .query(Town.class)
                .optional();
    }

    private static final String TOWN =
            """
            select t.id, t.name, coalesce(t.insee, '') as insee, coalesce(t.siret, '') as siret,
                   (select count(*) from structure s where s.town_id = t.id and s.kind = 'SCHOOL' and s.departed_at is null) as schools
              from structure t
            """;

    /** Empty when somebody else has this SIRET. */
    Optional<Long> register(long town, DebtorForm form) {
        return values(
                        """
                        insert into debtor (kind, name, siret, town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, email,
                                            chorus_service, changed_at)
                        select :kind, :name, :siret, :town, min(n.id) filter (where n.kind = 'DEPARTMENT'), min(n.id) filter (where n.kind = 'ACADEMY'),
                               min(n.id) filter (where n.kind = 'REGION'), :street, :postal, :city, :signatory, :title, :email, :chorus, :now
                          from structure s join school_above a on a.school_id = s.id join structure n on n.id = a.node_id where s.town_id = :town and s.kind = 'SCHOOL'
                        having min(n.id) filter (where n.kind = 'ACADEMY') is not null
                        on conflict (siret) do nothing returning id
                        """,
                        form)
                .param("town", town)
                .query(Long.class)
                .optional();
    }

    /**
     * Conventions that are still being prepared follow. False when somebody else has this SIRET.
     */
    boolean change(Debtor debtor, DebtorForm form) {
        var changed =
                values(
                                """
                                update debtor set kind = :kind, name = :name, siret = :siret, street = :street, postal_code = :postal, city = :city, signatory_name = :signatory,
                                       signatory_title = :title, email = :email, chorus_service = :chorus, changed_at = :now
                                 where id = :id and not exists (select 1 from debtor o where o.siret = :siret and o.id <> :id)
                                """,
                                form)
                        .param("id", debtor.id())
                        .update();
        if (changed == 0) return false;
        db.sql(
                        """
                        update agreement a set debtor_kind = d.kind, debtor_name = d.name, siret = d.siret, street = d.street, postal_code = d.postal_code, city = d.city,
                               signatory_name = d.signatory_name, signatory_title = d.signatory_title, chorus_service = d.chorus_service, edition = a.edition + 1, checked_at = null
                          from debtor d
                         where d.id = :id and a.debtor_id = d.id and a.state in ('DRAFT', 'SENT')
                           and (a.debtor_kind, a.debtor_name, a.siret, a.street, a.postal_code, a.city, a.signatory_name, a.signatory_title, a.chorus_service)
                               is distinct from (d.kind, d.name, d.siret, d.street, d.postal_code, d.city, d.signatory_name, d.signatory_title, d.chorus_service)
                        """)
                .param("id", debtor.id())
                .update();
        return true;
    }

    private JdbcClient.StatementSpec values(String sql, DebtorForm form) {
        return db.sql(sql)
                .param("kind", form.kind())
                .param("name", form.name())
                .param("siret", form.siret())
                .param("street", form.street())
                .param("postal", form.postalCode())
                .param("city", form.city())
                .param("signatory", form.signatoryName())
                .param("title", form.signatoryTitle())
                .param("email", form.email())
                .param("chorus", form.chorusService())
                .param("now", Timestamp.from(clock.instant()));
    }
}
