package fr.preau.classes;

import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in charge of a class, now or from a day to come, and who of the school could be. */
@Component
class ClassTeachers {
    private final JdbcClient db;
    private final Clock clock;

    ClassTeachers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<ClassPage.Teacher> of(Collection<SchoolClass> classes) {
        return db.sql(
                        """
                        select t.class_id as school_class, p.id, p.first_name || ' ' || p.last_name as name, t.starts_on, t.ends_on,
                               coalesce(t.starts_on, :today) <= :today as begun
                          from teaching t
                          join person p on p.id = t.person_id and p.departed_at is null
                         where t.class_id = any (:classes) and coalesce(t.ends_on, :today) >= :today
                         order by t.class_id, t.ends_on nulls first, plain(p.last_name), plain(p.first_name)
                        """)
                .param("classes", classes.stream().mapToLong(SchoolClass::id).toArray())
                .param("today", LocalDate.now(clock))
                .query(ClassPage.Teacher.class)
                .list();
    }

    /**
     * The day on which the actor's own charge of the class, or of the school, ends; null when it
     * has no end. What is given out of a charge never outlives it.
     */
    @Nullable LocalDate chargeEnds(Actor actor, SchoolClass here) {
        if (actor.directs(here.school())) return null;
        return db.sql(
                        """
                        select case when bool_or(ends_on is null) then null else max(ends_on) end from (
                            select t.ends_on from teaching t
                             where t.school_id = :school and t.class_id = :class and t.person_id = :person
                               and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                            union all
                            select r.ends_on from role r
                             where r.structure_id = :school and r.person_id = :person and r.kind = 'ADMINISTRATOR'
                               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today) charge
                        """)
                .param("school", here.school())
                .param("class", here.id())
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst();
    }

    /** Who teaches in the school today and is not in charge of the class. */
    List<ClassTeachersPage.Colleague> colleaguesFor(SchoolClass schoolClass) {
        return db.sql(
                        """
                        select p.id, p.first_name || ' ' || p.last_name as name
                          from affiliation a
                          join person p on p.id = a.person_id and p.departed_at is null
                         where a.school_id = :school and a.profile = 'TEACHER'
                           and not exists (select 1 from teaching t
                                            where t.school_id = a.school_id and t.class_id = :class and t.person_id = a.person_id
                                              and coalesce(t.ends_on, :today) >= :today)
                         order by plain(p.last_name), plain(p.first_name), p.id
                        """)
                .param("school", schoolClass.school())
                .param("class", schoolClass.id())
                .param("today", LocalDate.now(clock))
                .query(ClassTeachersPage.Colleague.class)
                .list();
    }
}
