package fr.preau.coverage;

import fr.preau.agreements.Stage;
import fr.preau.agreements.State;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One commune: what it pays, for which schools, and how many people that serves. */
@Component
public class Towns {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Towns(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /**
     * A commune and the people of its schools, all schools together: a single one may be so small
     * that a count points at somebody.
     */
    public record Town(
            long id,
            String name,
            String insee,
            String department,
            long pupils,
            long pupilsWithAccount,
            long pupilsActive,
            long adults,
            long adultsWithAccount,
            long adultsActive,
            @Nullable Instant countedAt) {
        public Department place() {
            return Department.of(department);
        }
    }

    /** The commune, when it is this actor's own or has a school within their reach. */
    Optional<Town> find(long id) {
        return db.sql(
                        """
                        select t.id, t.name, coalesce(t.insee, '') as insee, coalesce(department_of(t.insee), '') as department, coalesce(sum(c.pupils), 0) as pupils,
                               coalesce(sum(c.pupils_with_account), 0) as pupils_with_account, coalesce(sum(c.pupils_active), 0) as pupils_active, coalesce(sum(c.adults), 0) as adults,
                               coalesce(sum(c.adults_with_account), 0) as adults_with_account, coalesce(sum(c.adults_active), 0) as adults_active, max(c.counted_at) as counted_at
                          from structure t left join structure s on s.town_id = t.id and s.kind = 'SCHOOL' and s.departed_at is null and uai_is_valid(s.uai) and plain(s.name) not like '%privee%'
                          left join coverage_count c on c.school_id = s.id
                         where t.id = :id and t.kind = 'TOWN' and (t.id = any ((select towns())::bigint[]) or exists (
                               select 1 from structure o join school_above w on w.school_id = o.id where o.town_id = t.id and w.node_id = any ((select reach())::bigint[])))
                         group by t.id
                        """)
                .param("id", id)
                .query(Town.class)
                .optional();
    }

    /** A convention of the commune; {@code dueCents} is null until both have signed. */
    public record Paid(
            long id,
            String reference,
            String debtor,
            int year,
            State state,
            LocalDate endsOn,
            @Nullable LocalDate terminatedOn,
            long schools,
            @Nullable Long dueCents,
            long paidCents,
            boolean overdue) {
        public Stage stage(LocalDate today) {
            return Stage.of(state, endsOn, terminatedOn, today);
        }

        public long unpaidCents() {
            return dueCents == null ? 0 : dueCents - paidCents;
        }
    }

    /** Of all years, the latest first; never what the région has not sent or has given up. */
    List<Paid> paid(long town) {
        return db.sql(
                        """
                        select a.id, a.reference, a.debtor_name as debtor, a.school_year as year, a.state, a.ends_on, a.terminated_on,
                               (select count(*) from agreement_school s where s.agreement_id = a.id) as schools, p.due_cents, coalesce(p.paid_cents, 0) as paid_cents,
                               coalesce(p.overdue, false) as overdue
                          from agreement a left join coverage_payment p on p.agreement_id = a.id
                         where a.town_id = :town and a.state not in ('DRAFT', 'ABANDONED') order by a.school_year desc, a.id limit 100
                        """)
                .param("town", town)
                .query(Paid.class)
                .list();
    }

    /**
     * A public school of the commune, and who pays for it: a name that is public, whoever it is.
     *
     * @param payer empty when nobody does
     */
    public record School(String uai, String name, int rank, String payer) {
        public Standing standing() {
            return Standing.of(rank);
        }
    }

    /** Under the job's wall: a grouping that pays for them may have its seat in another commune. */
    List<School> schools(long town, int year) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select s.uai, s.name, case when a.state = 'SIGNED' and :today <= a.ends_on or a.state = 'TERMINATED' and :today < a.terminated_on then 4
                                                                   when a.state = 'SIGNED' then 3 when a.state in ('SENT', 'TOWN_SIGNED') then 2 when b.state = 'SIGNED' then 1 else 0 end as rank,
                                               case when a.state in ('SENT', 'TOWN_SIGNED', 'SIGNED') or a.state = 'TERMINATED' and :today < a.terminated_on then a.debtor_name else '' end as payer
                                          from structure s
                                          left join agreement_school x on x.school_year = :year and x.uai = s.uai and x.live left join agreement a on a.id = x.agreement_id
                                          left join agreement_school y on y.school_year = :year - 1 and y.uai = s.uai and y.live left join agreement b on b.id = y.agreement_id
                                         where s.town_id = :town and s.kind = 'SCHOOL' and s.departed_at is null and uai_is_valid(s.uai) and plain(s.name) not like '%privee%'
                                         order by plain(s.name), s.id
                                        """)
                                .param("town", town)
                                .param("year", year)
                                .param("today", LocalDate.now(clock))
                                .query(School.class)
                                .list());
    }
}
