package fr.preau.schoolyear;

import java.sql.Date;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The first draft of a new year: classes as they are, with their teachers; every pupil goes up one
 * level, into the class that holds this level. Also places those who arrive while the rehearsal is
 * open; what has been decided by hand is never touched.
 */
@Component
class Proposal {
    private final JdbcClient db;

    Proposal(JdbcClient db) {
        this.db = db;
    }

    void make(Change change) {
        classes(change);
        teachers(change);
        place(change);
    }

    /** A class that has neither a pupil nor a teacher is what another year has left. */
    private void classes(Change change) {
        db.sql(
                        """
                        insert into year_class (school_id, change_id, from_class_id, kind, label, levels)
                        select c.school_id, :change, c.id, c.kind, c.label,
                               coalesce((select array_agg(distinct e.level) from class_enrolment s
                                           join enrolment e on e.school_id = s.school_id and e.pupil_id = s.pupil_id
                                           join person p on p.id = e.pupil_id and p.departed_at is null
                                           join school_level l on l.code = e.level
                                          where s.school_id = c.school_id and s.class_id = c.id), '{}')
                          from school_class c
                         where c.school_id = :school and c.ended_at is null
                           and (exists (select 1 from class_enrolment s where s.school_id = c.school_id and s.class_id = c.id)
                                or exists (select 1 from teaching t where t.school_id = c.school_id and t.class_id = c.id))
                         order by c.id
                        """)
                .param("change", change.id())
                .param("school", change.school())
                .update();
    }

    private void teachers(Change change) {
        db.sql(
                        """
                        insert into year_teacher (school_id, class_id, person_id)
                        select y.school_id, y.id, t.person_id from year_class y
                          join teaching t on t.school_id = y.school_id and t.class_id = y.from_class_id
                          join affiliation a on a.school_id = t.school_id and a.person_id = t.person_id and a.profile = 'TEACHER'
                         where y.school_id = :school and y.change_id = :change and y.kind = 'CLASS' and coalesce(t.ends_on, :first) >= :first
                        """)
                .param("school", change.school())
                .param("change", change.id())
                .param("first", Date.valueOf(YearPolicy.firstDay(change.year())))
                .update();
    }

    /**
     * CM2 leaves, and GS where nobody is in CP or above. The others stay in their class when it
     * holds their new level, or are dealt out in the order of their names among those that do.
     */
    int place(Change change) {
        return db.sql(
                        """
                        with top as (
                            select coalesce(max(l.position), 0) as last from enrolment e join school_level l on l.code = e.level where e.school_id = :school
                        ), pupil as (
                            select e.pupil_id, e.level, l.next_code, p.last_name, p.first_name,
                                   l.code is not null and (l.next_code is null or l.code = '1113' and (select last from top) <= l.position) as leaves,
                                   (select min(y.id) from class_enrolment s
                                      join year_class y on y.school_id = s.school_id and y.from_class_id = s.class_id
                                     where s.school_id = e.school_id and s.pupil_id = e.pupil_id and y.change_id = :change and y.kind = 'CLASS') as own
                              from enrolment e
                              join person p on p.id = e.pupil_id and p.departed_at is null
                              left join school_level l on l.code = e.level
                             where e.school_id = :school and not exists (
                                   select 1 from year_seat s where s.school_id = e.school_id and s.change_id = :change and s.pupil_id = e.pupil_id)
                        ), wish as (
                            select p.*, case when p.leaves then p.level else coalesce(p.next_code, p.level) end as wanted from pupil p
                        ), stay as (
                            select w.*, (select y.id from year_class y where y.school_id = :school and y.id = w.own
                                            and (w.next_code is null or w.next_code = any (y.levels))) as same
                              from wish w
                        ), turn as (
                            select pupil_id, row_number() over (partition by wanted order by plain(last_name), plain(first_name), pupil_id) as n
                              from stay where not leaves and same is null
                        ), place as (
                            select y.id, v.level, row_number() over (partition by v.level order by y.label, y.id) as n, count(*) over (partition by v.level) as places
                              from year_class y cross join unnest(y.levels) v (level)
                             where y.school_id = :school and y.change_id = :change and y.kind = 'CLASS'
                        )
                        insert into year_seat (school_id, change_id, pupil_id, class_id, leaves, level)
                        select :school, :change, s.pupil_id, case when not s.leaves then coalesce(s.same, p.id) end, s.leaves, s.wanted
                          from stay s
                          left join turn t on t.pupil_id = s.pupil_id
                          left join place p on p.level = s.wanted and p.n = 1 + (t.n - 1) % p.places
                        on conflict do nothing
                        """)
                .param("school", change.school())
                .param("change", change.id())
                .update();
    }
}
