package fr.preau.familynotes;

import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The children for whom a guardian may write: present, one line each. */
@Component
class Children {
    private final JdbcClient db;
    private final Clock clock;

    Children(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The eldest last; of a child in two schools, the main one. */
    List<Child> of(Actor guardian) {
        return db.sql(
                        """
                        select * from (
                            select distinct on (p.id) p.id, p.first_name, p.birth_date, coalesce((
                                   select l.signs from link_code l where l.code = g.link_code and l.from_on <= :today order by l.from_on desc limit 1), false) as signs,
                                   e.school_id as school, s.name as school_name, s.phone,
                                   c.id as school_class, c.label as class_label, (
                                   select count(*) from teaching t
                                    where t.school_id = c.school_id and t.class_id = c.id
                                      and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today) as teachers, (
                                   select count(*) from role r
                                    where r.structure_id = e.school_id and r.kind = 'DIRECTOR'
                                      and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today) as directors,
                                   z.reopens_on, z.sentence
                              from guardianship g
                              join person p on p.id = g.pupil_id and p.departed_at is null
                              join enrolment e on e.pupil_id = p.id
                              join structure s on s.id = e.school_id
                              left join (class_enrolment i join school_class c on c.school_id = i.school_id and c.id = i.class_id
                                    and c.kind = 'CLASS' and c.ended_at is null) on i.school_id = e.school_id and i.pupil_id = e.pupil_id
                              left join family_note_pause z on z.school_id = c.school_id and z.class_id = c.id and z.reopens_on > :today
                             where g.guardian_id = :person
                             order by p.id, e.main desc, c.label nulls last) one
                         order by birth_date desc, id
                        """)
                .param("person", guardian.person())
                .param("today", LocalDate.now(clock))
                .query(Child.class)
                .list();
    }
}
