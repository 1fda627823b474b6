package fr.preau.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Communes and schools behind the figures, behind the wall of whoever asks; a page at a time. */
@Component
public class CoverageLists {
    static final int PAGE = 50;

    /** A file holds them all: the whole of France has fewer. */
    static final int FILE = 50_000;

    private final JdbcClient db;
    private final Clock clock;

    CoverageLists(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<TownListPage.Row> towns(CoverageFilter filter, int most) {
        return asked(
                        """
                        with town as (
                            select s.town_id as id, s.department, max(s.standing) as standing, count(*) as schools, count(*) filter (where s.standing >= 3) as covered
                              from coverage_schools(:year, :today) s where s.town_id is not null and (:department = '' or s.department = :department) group by 1, 2),
                        money as (
                            select a.town_id as id, sum(p.due_cents) as due, sum(p.due_cents - p.paid_cents) as unpaid, bool_or(p.overdue) as overdue
                              from agreement a join coverage_payment p on p.agreement_id = a.id where a.school_year = :year group by 1)
                        select t.id, t.name, coalesce(t.insee, '') as insee, w.department, w.standing as rank, w.schools, w.covered, coalesce(m.due, 0) as due_cents,
                               coalesce(m.unpaid, 0) as unpaid_cents, coalesce(m.overdue, false) as overdue, plain(t.name) || '_' || t.id as cursor
                          from town w join structure t on t.id = w.id left join money m on m.id = w.id
                         where (case :show when 'ALL' then true when 'IN_FORCE' then w.standing = 4 when 'ENDED' then w.standing = 3 when 'SIGNING' then w.standing = 2
                                           when 'TO_RENEW' then w.standing = 1 when 'NONE' then w.standing = 0 when 'CHASE' then w.standing in (1, 2)
                                           when 'UNPAID' then m.unpaid > 0 when 'COVERED' then w.covered > 0 else w.covered < w.schools end)
                           and (:name::text is null or (plain(t.name), t.id) > (:name, :last)) order by plain(t.name), t.id limit :most
                        """,
                        filter)
                .param("most", most)
                .query(TownListPage.Row.class)
                .list();
    }

    List<SchoolListPage.Row> schools(CoverageFilter filter, int most) {
        return asked(
                        """
                        select s.school_id as id, s.uai, s.name, s.department, s.standing as rank, t.id as town, coalesce(t.name, '') as town_name, plain(s.name) || '_' || s.school_id as cursor
                          from coverage_schools(:year, :today) s left join structure t on t.id = s.town_id
                         where (:department = '' or s.department = :department)
                           and (case :show when 'IN_FORCE' then s.standing = 4 when 'ENDED' then s.standing = 3 when 'SIGNING' then s.standing = 2 when 'TO_RENEW' then s.standing = 1
                                           when 'NONE' then s.standing = 0 when 'CHASE' then s.standing in (1, 2) when 'COVERED' then s.standing >= 3
                                           when 'UNCOVERED' then s.standing < 3 else true end)
                           and (:name::text is null or (plain(s.name), s.school_id) > (:name, :last)) order by plain(s.name), s.school_id limit :most
                        """,
                        filter)
                .param("most", most)
                .query(SchoolListPage.Row.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, CoverageFilter filter) {
        return db.sql(sql)
                .param("year", filter.year())
                .param("today", LocalDate.now(clock))
                .param("department", filter.department())
                .param("show", filter.show().name())
                .param("name", filter.name())
                .param("last", filter.last());
    }
}
