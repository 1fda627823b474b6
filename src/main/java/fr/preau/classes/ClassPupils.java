package fr.preau.classes;

import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pupils of a class, and those of the school who could sit in it. */
@Component
class ClassPupils {
    private final JdbcClient db;
    private final Clock clock;

    ClassPupils(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<ClassPage.Pupil> of(SchoolClass schoolClass) {
        return db.sql(
                        """
                        select p.id, p.first_name, p.last_name, p.birth_date, coalesce(e.level_label, '') as level,
                               (select string_agg(c.label, ', ' order by c.kind, plain(c.label)) from class_enrolment o
                                  join school_class c on c.school_id = o.school_id and c.id = o.class_id and c.ended_at is null
                                 where o.school_id = ce.school_id and o.pupil_id = ce.pupil_id and o.class_id <> ce.class_id) as also,
                               (select string_agg(c.label, ', ' order by plain(c.label)) from seat_refusal r
                                  join school_class c on c.school_id = r.school_id and c.id = r.class_id and c.ended_at is null
                                 where r.school_id = ce.school_id and r.pupil_id = ce.pupil_id) as feed
                          from class_enrolment ce
                          join enrolment e on e.school_id = ce.school_id and e.pupil_id = ce.pupil_id
                          join person p on p.id = ce.pupil_id and p.departed_at is null
                         where ce.school_id = :school and ce.class_id = :class
                         order by e.level, plain(p.last_name), plain(p.first_name), p.id
                        """)
                .param("school", schoolClass.school())
                .param("class", schoolClass.id())
                .query(ClassPage.Pupil.class)
                .list();
    }

    /** Names of those whom ONDE still places in the class and whom the school has taken out. */
    List<String> stillGiven(SchoolClass schoolClass) {
        return db.sql(
                        """
                        select p.first_name || ' ' || p.last_name from seat_refusal r
                          join person p on p.id = r.pupil_id and p.departed_at is null
                         where r.school_id = :school and r.class_id = :class
                         order by plain(p.last_name), plain(p.first_name)
                        """)
                .param("school", schoolClass.school())
                .param("class", schoolClass.id())
                .query(String.class)
                .list();
    }

    /**
     * Each word that is looked for stands in the name or in the label of a class, accents aside.
     */
    List<ClassPage.Found> search(SchoolClass schoolClass, String words) {
        return db.sql(
                        """
                        with pupil as (
                            select e.pupil_id as id, p.first_name, p.last_name, coalesce(e.level_label, '') as level,
                                   string_agg(c.label, ', ' order by c.kind, plain(c.label)) as sits,
                                   coalesce(bool_or(c.id = :class), false) as here, coalesce(bool_or(c.kind = 'CLASS'), false) as has_class
                              from enrolment e
                              join person p on p.id = e.pupil_id and p.departed_at is null
                              left join class_enrolment ce on ce.school_id = e.school_id and ce.pupil_id = e.pupil_id
                              left join school_class c on c.school_id = ce.school_id and c.id = ce.class_id and c.ended_at is null
                             where e.school_id = :school
                             group by e.pupil_id, p.first_name, p.last_name, e.level_label
                        )
                        select id, first_name || ' ' || last_name as name, level, sits, here, has_class from pupil
                         where (select bool_and(position(word in plain(concat_ws(' ', first_name, last_name, sits))) > 0)
                                  from regexp_split_to_table(plain(:words), '\\s+') word)
                         order by plain(last_name), plain(first_name), id
                         limit :found
                        """)
                .param("school", schoolClass.school())
                .param("class", schoolClass.id())
                .param("words", words.strip())
                .param("found", ClassPage.FOUND + 1)
                .query(ClassPage.Found.class)
                .list();
    }

    boolean isOf(long school, long pupil) {
        return db.sql(
                        """
                        select exists (select 1 from enrolment e join person p on p.id = e.pupil_id and p.departed_at is null
                                        where e.school_id = :school and e.pupil_id = :pupil)
                        """)
                .param("school", school)
                .param("pupil", pupil)
                .query(Boolean.class)
                .single();
    }

    List<ClassesPage.Unseated> unseatedFor(Actor actor) {
        return db.sql(
                        """
                        select p.id, p.first_name || ' ' || p.last_name as name
                          from enrolment e
                          join person p on p.id = e.pupil_id and p.departed_at is null
                         where e.school_id = any (:administered)
                           and not exists (select 1 from class_enrolment ce
                                             join school_class c on c.school_id = ce.school_id and c.id = ce.class_id and c.kind = 'CLASS' and c.ended_at is null
                                            where ce.school_id = e.school_id and ce.pupil_id = e.pupil_id)
                         order by plain(p.last_name), plain(p.first_name), p.id
                         limit 30
                        """)
                .param("administered", actor.administeredSchools())
                .query(ClassesPage.Unseated.class)
                .list();
    }

    /** Those of the whole school, or of the classes that the actor teaches, by class. */
    List<ClassMembersPage.Choice> choicesFor(Actor actor, SchoolClass schoolClass) {
        return db.sql(
                        """
                        select p.id, p.first_name || ' ' || p.last_name as name, coalesce(e.level_label, '') as level,
                               coalesce(main.id, 0) as class_id, main.label as class_label,
                               here.pupil_id is not null as seated, coalesce(here.source not in ('LOCAL', 'YEAR'), false) as given
                          from enrolment e
                          join person p on p.id = e.pupil_id and p.departed_at is null
                          left join lateral (
                               select c.id, c.label from class_enrolment o
                                 join school_class c on c.school_id = o.school_id and c.id = o.class_id and c.kind = 'CLASS' and c.ended_at is null
                                where o.school_id = e.school_id and o.pupil_id = e.pupil_id and c.id <> :class
                                order by plain(c.label), c.id limit 1) main on true
                          left join class_enrolment here on here.school_id = e.school_id and here.class_id = :class and here.pupil_id = e.pupil_id
                         where e.school_id = :school
                           and (:all or here.pupil_id is not null
                                or exists (select 1 from class_enrolment o
                                             join teaching t on t.school_id = o.school_id and t.class_id = o.class_id and t.person_id = :person
                                            where o.school_id = e.school_id and o.pupil_id = e.pupil_id
                                              and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today))
                         order by plain(main.label) nulls first, main.id, e.level, plain(p.last_name), plain(p.first_name), p.id
                        """)
                .param("school", schoolClass.school())
                .param("class", schoolClass.id())
                .param("all", schoolClass.administered())
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query(ClassMembersPage.Choice.class)
                .list();
    }

    Optional<PupilSeatsPage.Pupil> of(Actor actor, long pupil) {
        return db.sql(
                        """
                        select e.school_id as school, p.id, p.first_name, p.last_name, p.birth_date, coalesce(e.level_label, '') as level
                          from enrolment e
                          join person p on p.id = e.pupil_id and p.departed_at is null
                         where e.pupil_id = :pupil
                           and (e.school_id = any (:administered)
                                or exists (select 1 from class_enrolment ce
                                             join school_class c on c.school_id = ce.school_id and c.id = ce.class_id and c.ended_at is null
                                             join teaching t on t.school_id = ce.school_id and t.class_id = ce.class_id and t.person_id = :person
                                            where ce.school_id = e.school_id and ce.pupil_id = e.pupil_id
                                              and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today))
                         order by e.school_id limit 1
                        """)
                .param("pupil", pupil)
                .param("administered", actor.administeredSchools())
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query(PupilSeatsPage.Pupil.class)
                .optional();
    }
}
