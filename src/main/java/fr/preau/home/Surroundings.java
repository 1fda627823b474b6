package fr.preau.home;

import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a home says besides its services: children, schools, pupils who wait at the door. One
 * statement each.
 */
@Component
class Surroundings {
    /** A home shows the first schools of a wide perimeter, never four thousand. */
    private static final int SCHOOLS_SHOWN = 30;

    private final JdbcClient db;
    private final Clock clock;

    Surroundings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<HomePage.Child> childrenOf(Actor actor) {
        return db.sql(
                        """
                        select p.id, p.first_name, coalesce(string_agg(distinct c.label, ', ') filter (where c.kind = 'CLASS'), '') as class_label, max(s.name) as school
                          from guardianship g
                          join person p on p.id = g.pupil_id and p.departed_at is null
                          join enrolment e on e.pupil_id = p.id
                          join structure s on s.id = e.school_id
                          left join class_enrolment ce on ce.school_id = e.school_id and ce.pupil_id = p.id
                          left join school_class c on c.school_id = ce.school_id and c.id = ce.class_id
                         where g.guardian_id = :person
                         group by p.id, p.first_name, p.birth_date
                         order by p.birth_date, p.id
                        """)
                .param("person", actor.person())
                .query(HomePage.Child.class)
                .list();
    }

    /**
     * Names of schools are public; numbers of pupils are not, and a town hall's reach shows none.
     */
    List<HomePage.School> schoolsBelow(Actor actor) {
        return db.sql(
                        """
                        select s.id, s.name, coalesce(s.uai, '') as uai,
                               (select count(*) from school_class c where c.school_id = s.id and c.kind = 'CLASS' and c.ended_at is null) as classes,
                               (select count(*) from affiliation f where f.school_id = s.id and f.profile = 'PUPIL') as pupils
                          from structure s
                         where s.id in (select a.school_id from school_above a where a.node_id = any (:nodes)) and s.departed_at is null
                         order by plain(s.name), s.id
                         limit :shown
                        """)
                .param("nodes", actor.structures().toArray(Long[]::new))
                .param("shown", SCHOOLS_SHOWN)
                .query(HomePage.School.class)
                .list();
    }

    List<HomePage.BlockedPupil> blockedPupilsOf(Actor actor) {
        return db.sql(
                        """
                        select distinct p.id, p.first_name, c.label as class_label
                          from school_class c
                          join class_enrolment e on e.school_id = c.school_id and e.class_id = c.id
                          join person p on p.id = e.pupil_id and p.departed_at is null
                          join account_person ap on ap.person_id = p.id
                          join account a on a.id = ap.account_id and a.picture_blocked_at is not null
                         where c.kind = 'CLASS'
                           and (c.school_id = any (:directed)
                                or exists (select 1 from teaching t
                                            where t.school_id = c.school_id and t.class_id = c.id and t.person_id = :person
                                              and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today))
                         order by p.first_name
                        """)
                .param("directed", actor.administeredSchools())
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query(HomePage.BlockedPupil.class)
                .list();
    }
}
