package fr.preau.schoolyear;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rehearsals that somebody may see, and what of them: their own children, the classes that they
 * will teach, the whole for those who administer the school.
 */
@Component
class Previews {
    private final JdbcClient db;

    Previews(JdbcClient db) {
        this.db = db;
    }

    List<PreviewPage.Child> childrenOf(Actor actor) {
        return db.sql(
                        """
                        select p.id, p.first_name, c.year, coalesce(s.leaves, false) as leaves, coalesce(s.level, '') as level, coalesce(y.label, '') as label,
                               coalesce((select string_agg(t.first_name || ' ' || t.last_name, ' et ' order by t.last_name, t.first_name)
                                           from year_teacher e join person t on t.id = e.person_id and t.departed_at is null
                                          where e.school_id = y.school_id and e.class_id = y.id), '') as teachers
                          from year_change c
                          join enrolment n on n.school_id = c.school_id
                          join person p on p.id = n.pupil_id and p.departed_at is null
                          left join year_seat s on s.school_id = c.school_id and s.change_id = c.id and s.pupil_id = p.id
                          left join year_class y on y.school_id = s.school_id and y.id = s.class_id
                         where c.state = 'REHEARSAL' and c.shown = 'FAMILIES'
                           and (p.id = :pupil or exists (select 1 from guardianship g where g.pupil_id = p.id and g.guardian_id = :guardian))
                         order by p.birth_date, p.id
                        """)
                .param("pupil", actor.profile() == Profile.PUPIL ? actor.person() : 0L)
                .param("guardian", actor.profile() == Profile.GUARDIAN ? actor.person() : 0L)
                .query(PreviewPage.Child.class)
                .list();
    }

    /** Whether any rehearsal is open for a teacher, even one in which they have no class. */
    boolean isOpenTo(Actor teacher) {
        return db.sql(
                        """
                        select exists (select 1 from year_change c where c.state = 'REHEARSAL' and (c.shown <> 'NOBODY' or c.school_id = any (:administered)))
                        """)
                .param("administered", teacher.administeredSchools())
                .query(Boolean.class)
                .single();
    }

    List<PreviewPage.Coming> classesOf(Actor teacher) {
        return ask(
                        teacher,
                        """
                        select y.id, c.year, s.name as school, y.label,
                               coalesce((select string_agg(l.label, '-' order by l.position) from school_level l where l.code = any (y.levels)), '') as levels,
                               coalesce((select string_agg(p.first_name || ' ' || p.last_name, ' et ' order by p.last_name, p.first_name)
                                           from year_teacher t join person p on p.id = t.person_id and p.departed_at is null
                                          where t.school_id = y.school_id and t.class_id = y.id), '') as teachers,
                               exists (select 1 from year_teacher t where t.school_id = y.school_id and t.class_id = y.id and t.person_id = :person) as own
                          from seen join year_class y on y.school_id = seen.school_id and y.id = seen.class_id
                          join year_change c on c.school_id = y.school_id and c.id = y.change_id
                          join structure s on s.id = y.school_id
                         order by own desc, s.name, (select min(l.position) from school_level l where l.code = any (y.levels)), plain(y.label), y.id
                        """)
                .query(PreviewPage.Coming.class)
                .list();
    }

    List<PreviewPage.Pupil> pupilsOf(Actor teacher) {
        return ask(
                        teacher,
                        """
                        select s.class_id, p.id, p.first_name, p.last_name, coalesce(l.label, '') as level,
                               coalesce((select string_agg(c.label, ', ' order by c.label) from class_enrolment e
                                           join school_class c on c.school_id = e.school_id and c.id = e.class_id and c.kind = 'CLASS' and c.ended_at is null
                                          where e.school_id = s.school_id and e.pupil_id = s.pupil_id), '') as from_class
                          from seen join year_seat s on s.school_id = seen.school_id and s.class_id = seen.class_id
                          join person p on p.id = s.pupil_id and p.departed_at is null
                          left join school_level l on l.code = s.level
                         order by plain(p.last_name), plain(p.first_name), p.id
                        """)
                .query(PreviewPage.Pupil.class)
                .list();
    }

    private JdbcClient.StatementSpec ask(Actor teacher, String sql) {
        return db.sql(
                        """
                        with seen as materialized (
                            select y.school_id, y.id as class_id
                              from year_change c join year_class y on y.school_id = c.school_id and y.change_id = c.id
                             where c.state = 'REHEARSAL' and y.kind = 'CLASS'
                               and (c.school_id = any (:administered) or c.shown <> 'NOBODY' and exists (
                                    select 1 from year_teacher t where t.school_id = y.school_id and t.class_id = y.id and t.person_id = :person))
                        )
                        """
                                + sql)
                .param("administered", teacher.administeredSchools())
                .param("person", teacher.person());
    }
}
