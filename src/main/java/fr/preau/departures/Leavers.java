package fr.preau.departures;

import fr.preau.web.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Those who have left the schools that somebody administers, and those who were erased: a number.
 */
@Component
class Leavers {
    private static final int ERASURES = 30;

    private final JdbcClient db;

    Leavers(JdbcClient db) {
        this.db = db;
    }

    /**
     * {@code alone}: the departure can be cancelled for itself. An adult comes back with a child,
     * never before; whoever came for a time needs a new last day.
     */
    List<DeparturesPage.Row> of(Actor actor) {
        return db.sql(
                        """
                        select d.school_id as school, s.name as school_name, p.id as person, p.first_name, p.last_name, d.profile, d.departed_at, d.erases_on,
                               case d.profile
                                   when 'PUPIL' then (select string_agg(c.label, ', ' order by c.label) from class_enrolment i
                                                        join school_class c on c.school_id = i.school_id and c.id = i.class_id and c.kind = 'CLASS'
                                                       where i.school_id = d.school_id and i.pupil_id = p.id)
                                   when 'TEACHER' then (select string_agg(c.label, ', ' order by c.label) from teaching t
                                                          join school_class c on c.school_id = t.school_id and c.id = t.class_id
                                                         where t.school_id = d.school_id and t.person_id = p.id)
                                   else (select string_agg(k.first_name, ', ' order by k.first_name) from guardianship g
                                           join enrolment e on e.school_id = d.school_id and e.pupil_id = g.pupil_id
                                           join person k on k.id = g.pupil_id where g.guardian_id = p.id)
                               end as place,
                               coalesce(a.state = 'ACTIVE', false) as activated, %s as soon,
                               case d.profile
                                   when 'GUARDIAN' then exists (select 1 from guardianship g join person k on k.id = g.pupil_id and k.departed_at is null
                                                                 where g.guardian_id = p.id)
                                   else p.kind <> 'LOCAL' end as alone
                          from departure d
                          join structure s on s.id = d.school_id
                          join person p on p.id = d.person_id and p.departed_at is not null and p.erased_at is null
                          left join account_person w on w.person_id = p.id
                          left join account a on a.id = w.account_id
                         where d.school_id = any (:schools) and d.cancelled_at is null
                         order by array_position(array['PUPIL', 'GUARDIAN', 'TEACHER'], d.profile), d.erases_on, plain(p.last_name), plain(p.first_name), p.id
                        """
                                .formatted(Erasing.NEVER_ACTIVATED))
                .param("schools", actor.administeredSchools())
                .query(DeparturesPage.Row.class)
                .list();
    }

    List<DeparturesPage.Erased> erasedFrom(Actor actor) {
        return db.sql(
                        """
                        select at, rule, profile, persons from erasure where school_id = any (:schools) order by at desc, id desc limit :shown
                        """)
                .param("schools", actor.administeredSchools())
                .param("shown", ERASURES)
                .query(DeparturesPage.Erased.class)
                .list();
    }
}
