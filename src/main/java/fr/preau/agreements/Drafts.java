package fr.preau.agreements;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a convention says while it may still change: its schools and its details. */
@Component
class Drafts {
    private final JdbcClient db;
    private final Terms terms;
    private final Clock clock;

    Drafts(JdbcClient db, Terms terms, Clock clock) {
        this.db = db;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Begins the convention of a debtor for a school year: with the schools of the last one, or
     * else with the public schools of the commune. What somebody else pays for is left out. Empty
     * when there is one already.
     */
    Optional<Long> begin(Debtor debtor, int year) {
        var made =
                db.sql(BEGIN + " where d.id = :id" + NONE_YET)
                        .param("id", debtor.id())
                        .param("year", year)
                        .param("ends", terms.lastDay(year))
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .optional();
        made.ifPresent(agreement -> fill(new Long[] {agreement}));
        return made;
    }

    static final String NONE_YET =
            " on conflict (debtor_id, school_year) where state <> 'ABANDONED' do nothing returning id";

    static final String BEGIN =
            """
            insert into agreement (debtor_id, school_year, town_id, department_id, academy_id, region_id, state, debtor_kind, debtor_name, siret, street, postal_code, city,
                                   signatory_name, signatory_title, chorus_service, commitment_number, made_at, ends_on)
            select d.id, :year, d.town_id, d.department_id, d.academy_id, d.region_id, 'DRAFT', d.kind, d.name, d.siret, d.street, d.postal_code, d.city,
                   d.signatory_name, d.signatory_title, d.chorus_service, '', :now, :ends from debtor d
            """;

    /** Puts in these conventions the schools that they begin with. */
    void fill(Long[] agreements) {
        db.sql(
                        """
                        insert into agreement_school (agreement_id, uai, school_year, structure_id, label, grouping)
                        select distinct on (a.school_year, s.uai) a.id, s.uai, a.school_year, s.id,\s\
                        """
                                + LABEL
                                + """
                                  , coalesce(s.grouping, '')
                                  from agreement a
                                  left join lateral (
                                      select p.id from agreement p where p.debtor_id = a.debtor_id and p.school_year < a.school_year and p.state <> 'ABANDONED'
                                       order by p.school_year desc limit 1) last on true
                                  join structure s on s.kind = 'SCHOOL' and s.departed_at is null and (
                                      exists (select 1 from agreement_school b where b.agreement_id = last.id and b.uai = s.uai)
                                      or last.id is null and a.debtor_kind = 'TOWN' and s.town_id = a.town_id)
                                  left join structure t on t.id = s.town_id
                                 where a.id = any (:agreements) and uai_is_valid(s.uai) and plain(s.name) not like '%privee%'
                                   and not exists (select 1 from agreement_school o where o.school_year = a.school_year and o.uai = s.uai and o.live)
                                 order by a.school_year, s.uai, a.id
                                on conflict do nothing
                                """)
                .param("agreements", agreements)
                .update();
    }

    /** {@code COMMUNE - dépt - ÉCOLE … - UAI} of the school {@code s} in the commune {@code t}. */
    private static final String LABEL =
            """
            upper(coalesce(t.name, s.city, '')) || ' - ' || case when t.insee like '97%' then left(t.insee, 3) else coalesce(left(t.insee, 2), left(s.postal_code, 2), '') end
              || ' - ' || upper(s.name) || ' - ' || s.uai
            """;

    /** A school that the directory has. */
    record Known(long id, String uai, String name, boolean open, boolean near) {}

    /**
     * @param anywhere the région adds whatever school it likes
     * @return the school of this number; {@code near}: of the commune, of its grouping, or of its
     *     département when a body of several communes pays
     */
    Optional<Known> school(Agreement agreement, String uai, boolean anywhere) {
        return db.sql(
                        """
                        select s.id, s.uai, s.name, s.departed_at is null as open,
                               :anywhere or s.town_id = :town
                               or :kind <> 'TOWN' and exists (select 1 from school_above a where a.school_id = s.id and a.node_id = :department::bigint)
                               or s.grouping is not null and exists (select 1 from structure o where o.town_id = :town and o.kind = 'SCHOOL' and o.grouping = s.grouping) as near
                          from structure s where s.kind = 'SCHOOL' and s.uai = :uai order by s.departed_at nulls first limit 1
                        """)
                .param("uai", uai)
                .param("anywhere", anywhere)
                .param("kind", agreement.debtorKind())
                .param("department", agreement.departmentId())
                .param("town", agreement.townId())
                .query(Known.class)
                .optional();
    }

    /** Who pays for this school in this year: a name and a reference that are public. */
    record Payer(String name, String reference) {}

    /**
     * Under the job's wall: whoever asks may not see the other convention, only that it is there.
     */
    Optional<Payer> payer(int year, String uai) {
        return db.sql(
                        """
                        select a.debtor_name as name, a.reference from agreement_school s join agreement a on a.id = s.agreement_id
                         where s.school_year = :year and s.uai = :uai and s.live
                        """)
                .param("year", year)
                .param("uai", uai)
                .query(Payer.class)
                .optional();
    }

    /** False when somebody was faster and the school is paid for. */
    boolean add(Agreement agreement, Known school) {
        var added =
                db.sql(
                                """
                                insert into agreement_school (agreement_id, uai, school_year, structure_id, label, grouping)
                                select :agreement, s.uai, :year, s.id,\s\
                                """
                                        + LABEL
                                        + ", coalesce(s.grouping, '') from structure s left join structure t on t.id = s.town_id where s.id = :school on conflict do nothing")
                        .param("agreement", agreement.id())
                        .param("year", agreement.year())
                        .param("school", school.id())
                        .update();
        if (added == 1) changed(agreement);
        return added == 1;
    }

    boolean remove(Agreement agreement, String uai) {
        var removed =
                db.sql("delete from agreement_school where agreement_id = :id and uai = :uai")
                        .param("id", agreement.id())
                        .param("uai", uai)
                        .update();
        if (removed == 1) changed(agreement);
        return removed == 1;
    }

    /** Next year's convention begins with the same details. */
    void change(Agreement agreement, DetailsForm form) {
        details(
                        form,
                        "update debtor set street = :street, postal_code = :postal, city = :city, signatory_name = :name, signatory_title = :title, chorus_service = :chorus where id = :id")
                .param("id", agreement.debtorId())
                .update();
        details(
                        form,
                        """
                        update agreement set street = :street, postal_code = :postal, city = :city, signatory_name = :name, signatory_title = :title, chorus_service = :chorus,
                               commitment_number = :commitment where id = :id
                        """)
                .param("commitment", form.commitmentNumber())
                .param("id", agreement.id())
                .update();
        changed(agreement);
    }

    private JdbcClient.StatementSpec details(DetailsForm form, String sql) {
        return db.sql(sql)
                .param("street", form.street())
                .param("postal", form.postalCode())
                .param("city", form.city())
                .param("name", form.signatoryName())
                .param("title", form.signatoryTitle())
                .param("chorus", form.chorusService());
    }

    /** Another edition: whoever had looked at the one before looks again. */
    private void changed(Agreement agreement) {
        db.sql("update agreement set edition = edition + 1, checked_at = null where id = :id")
                .param("id", agreement.id())
                .update();
    }

    void check(Agreement agreement) {
        db.sql("update agreement set checked_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", agreement.id())
                .update();
    }

    /** From now on its text and its rate are those that the town reads. */
    void send(Agreement agreement, long template) {
        db.sql(
                        "update agreement set state = 'SENT', sent_at = :now, template_id = :template, rate_cents = :rate where id = :id and state = 'DRAFT'")
                .param("now", Timestamp.from(clock.instant()))
                .param("template", template)
                .param("rate", terms.rate(agreement.year()))
                .param("id", agreement.id())
                .update();
    }

    /** Its schools may be paid for by somebody else from now on; nothing of it is deleted. */
    void abandon(Agreement agreement) {
        db.sql("update agreement set state = 'ABANDONED' where id = :id")
                .param("id", agreement.id())
                .update();
        db.sql("update agreement_school set live = false where agreement_id = :id")
                .param("id", agreement.id())
                .update();
    }
}
