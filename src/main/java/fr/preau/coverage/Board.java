package fr.preau.coverage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures by département, behind the wall of whoever asks: one statement for all of them. */
@Component
public class Board {
    private final JdbcClient db;
    private final Clock clock;

    Board(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param year in which the school year begins
     * @return a line for each département that has a public school, in the order of their numbers
     */
    public List<Tally> of(int year) {
        return db.sql(
                        """
                        with school as materialized (select * from coverage_schools(:year, :today)),
                        town as (
                            select department, town_id, max(standing) as standing from school where town_id is not null group by 1, 2),
                        towns as (
                            select department, count(*) as towns, count(*) filter (where standing = 4) as in_force, count(*) filter (where standing = 3) as ended,
                                   count(*) filter (where standing = 2) as signing, count(*) filter (where standing = 1) as to_renew,
                                   count(*) filter (where standing = 0) as none
                              from town group by 1),
                        money as (
                            select department_of(t.insee) as department, sum(p.due_cents) as due, sum(p.paid_cents) as paid, count(*) filter (where p.overdue) as overdue
                              from agreement a join structure t on t.id = a.town_id join coverage_payment p on p.agreement_id = a.id
                             where a.school_year = :year group by 1),
                        schools as (
                            select department, count(*) as schools, count(*) filter (where standing >= 3) as covered, sum(pupils) as pupils,
                                   coalesce(sum(pupils) filter (where standing >= 3), 0) as covered_pupils
                              from school group by 1)
                        select department, schools, covered, pupils, covered_pupils, coalesce(towns, 0) as towns, coalesce(in_force, 0) as in_force, coalesce(ended, 0) as ended,
                               coalesce(signing, 0) as signing, coalesce(to_renew, 0) as to_renew, coalesce(none, 0) as none,
                               coalesce(due, 0) as due_cents, coalesce(paid, 0) as paid_cents, coalesce(overdue, 0) as overdue
                          from schools left join towns using (department) left join money using (department) order by department
                        """)
                .param("year", year)
                .param("today", LocalDate.now(clock))
                .query(Tally.class)
                .list();
    }

    /** Years that have a convention, and when pupils were counted last. */
    public record Known(List<Integer> years, Optional<Instant> countedAt) {}

    public Known known() {
        return db.sql(
                        """
                        select (select array_agg(y order by y desc) from generate_series(2000, 2100) y where exists (select 1 from agreement a where a.school_year = y)) as years,
                               (select max(counted_at) from coverage_count) as counted
                        """)
                .query((row, n) -> {
                    var years = row.getArray("years");
                    return new Known(
                            years == null ? List.of() : List.of((Integer[]) years.getArray()),
                            Optional.ofNullable(row.getTimestamp("counted"))
                                    .map(Timestamp::toInstant));
                })
                .single();
    }
}
