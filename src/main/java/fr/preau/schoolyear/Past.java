package fr.preau.schoolyear;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The years before, read only: every class for those who administer the school, the classes that
 * somebody taught, the lines of somebody's own children.
 */
@Component
class Past {
    private static final String SEEN =
            """
            with seen as materialized (
                select c.school_id, c.year, c.class_id from past_class c where c.school_id = any (:administered)
                union
                select t.school_id, t.year, t.class_id from past_teaching t where t.person_id = :teacher and t.ends_on is null
                union
                select s.school_id, s.year, s.class_id from past_seat s join guardianship g on g.pupil_id = s.pupil_id where g.guardian_id = :guardian
            )
            """;

    private final JdbcClient db;

    Past(JdbcClient db) {
        this.db = db;
    }

    List<Integer> yearsOf(long school) {
        return db.sql(
                        "select distinct year from past_class where school_id = :school order by year desc")
                .param("school", school)
                .query(Integer.class)
                .list();
    }

    List<Integer> yearsFor(Actor actor) {
        return ask(actor, "select distinct year from seen order by year desc")
                .query(Integer.class)
                .list();
    }

    List<PastPage.WasClass> classes(Actor actor, int year) {
        return ask(
                        actor,
                        """
                        select c.class_id as id, s.name as school, c.kind, c.label, c.levels,
                               coalesce((select string_agg(p.first_name || ' ' || p.last_name, ' et ' order by p.last_name, p.first_name)
                                           from past_teaching t join person p on p.id = t.person_id and p.erased_at is null
                                          where t.school_id = c.school_id and t.year = c.year and t.class_id = c.class_id and t.ends_on is null), '') as teachers
                          from seen
                          join past_class c on c.school_id = seen.school_id and c.year = seen.year and c.class_id = seen.class_id
                          join structure s on s.id = c.school_id
                         where seen.year = :year
                         order by s.name, c.kind, plain(c.label), c.class_id
                        """)
                .param("year", year)
                .query(PastPage.WasClass.class)
                .list();
    }

    List<PastPage.WasPupil> pupils(Actor actor, int year) {
        return ask(
                        actor,
                        """
                        select w.class_id, p.id, p.first_name, p.last_name, coalesce(b.level_label, '') as level, b.leaves as left
                          from seen
                          join past_seat w on w.school_id = seen.school_id and w.year = seen.year and w.class_id = seen.class_id
                          join past_pupil b on b.school_id = w.school_id and b.year = w.year and b.pupil_id = w.pupil_id
                          join person p on p.id = w.pupil_id and p.erased_at is null
                         where seen.year = :year
                           and (:guardian = 0 or exists (select 1 from guardianship g where g.pupil_id = p.id and g.guardian_id = :guardian))
                         order by plain(p.last_name), plain(p.first_name), p.id
                        """)
                .param("year", year)
                .query(PastPage.WasPupil.class)
                .list();
    }

    private JdbcClient.StatementSpec ask(Actor actor, String sql) {
        return db.sql(SEEN + sql)
                .param("administered", actor.administeredSchools())
                .param("teacher", actor.profile() == Profile.TEACHER ? actor.person() : 0L)
                .param("guardian", actor.profile() == Profile.GUARDIAN ? actor.person() : 0L);
    }
}
