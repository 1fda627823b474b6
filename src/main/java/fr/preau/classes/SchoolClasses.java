package fr.preau.classes;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import fr.preau.web.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The classes and groups of this year that somebody may arrange: all of a school for those who
 * administer it, those taught today for a teacher. What is not here does not exist for them.
 */
@Component
class SchoolClasses {
    /**
     * A class is composed by those who teach in the school: an aide, a trainee or an activity
     * leader is in charge of children, not of who sits where.
     */
    private static final String TEACHES =
            """
            exists (select 1 from role r where r.person_id = :person and r.structure_id = %s and r.kind in ('TEACHER', 'SUBSTITUTE', 'DIRECTOR')
                       and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today)
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Derivation derivation;
    private final Clock clock;

    SchoolClasses(JdbcClient db, Walls walls, Derivation derivation, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.derivation = derivation;
        this.clock = clock;
    }

    List<SchoolClass> of(Actor actor) {
        return ask(actor, null);
    }

    Optional<SchoolClass> of(Actor actor, long schoolClass) {
        return ask(actor, schoolClass).stream().findFirst();
    }

    private List<SchoolClass> ask(Actor actor, @Nullable Long only) {
        return db.sql(
                        """
                        select c.school_id as school, s.name as school_name, c.id, c.kind, c.label, c.feed_label, c.source,
                               c.school_id = any (:administered) as administered, l.pupils, l.levels
                          from school_class c
                          join structure s on s.id = c.school_id
                         cross join lateral (
                               select coalesce(sum(n), 0) as pupils, min(code) as first_level,
                                      case when count(level) = 1 then min(level) else string_agg(n || ' ' || level, ', ' order by code) end as levels
                                 from (select e.level_label as level, min(e.level) as code, count(*) as n
                                         from class_enrolment ce
                                         join enrolment e on e.school_id = ce.school_id and e.pupil_id = ce.pupil_id
                                         join person p on p.id = ce.pupil_id and p.departed_at is null
                                        where ce.school_id = c.school_id and ce.class_id = c.id
                                        group by e.level_label) by_level) l
                         where c.ended_at is null and c.id = coalesce(:only, c.id)
                           and (c.school_id = any (:administered)
                                or exists (select 1 from teaching t
                                            where t.school_id = c.school_id and t.class_id = c.id and t.person_id = :person
                                              and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)
                                   and %s)
                         order by s.name, c.school_id, c.kind, l.first_level nulls last, plain(c.label), c.id
                        """
                                .formatted(TEACHES.formatted("c.school_id")))
                .param("administered", actor.administeredSchools())
                .param("only", only, Types.BIGINT)
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query(SchoolClass.class)
                .list();
    }

    List<NewClassPage.Place> places(Actor actor) {
        return db.sql(
                        """
                        select s.id, s.name, s.id = any (:administered) as administered from structure s
                         where s.id = any (:administered)
                            or exists (select 1 from teaching t
                                        where t.school_id = s.id and t.person_id = :person
                                          and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)
                                and %s
                         order by s.name, s.id
                        """
                                .formatted(TEACHES.formatted("s.id")))
                .param("administered", actor.administeredSchools())
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query(NewClassPage.Place.class)
                .list();
    }

    /** The names in use in a school, all but this class's own. */
    List<String> namesBeside(long school, long schoolClass) {
        return db.sql(
                        "select label from school_class where school_id = :school and id <> :class and ended_at is null")
                .param("school", school)
                .param("class", schoolClass)
                .query(String.class)
                .list();
    }

    long make(long school, String kind, String label) {
        return walls.as(
                Wall.DIRECTORY,
                () -> {
                    var made =
                            db.sql(
                                            """
                                            insert into school_class (school_id, kind, label, source) values (:school, :kind, :label, 'LOCAL') returning id
                                            """)
                                    .param("school", school)
                                    .param("kind", kind)
                                    .param("label", label)
                                    .query(Long.class)
                                    .single();
                    derivation.deriveSchools(List.of(school));
                    return made;
                });
    }

    void rename(SchoolClass schoolClass, String label) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "update school_class set label = :label where school_id = :school and id = :class")
                                .param("label", label)
                                .param("school", schoolClass.school())
                                .param("class", schoolClass.id())
                                .update());
    }

    /**
     * Nobody sits or teaches in a closed group any more; its circles stay for what they received.
     */
    void close(SchoolClass schoolClass) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    for (var sql :
                            List.of(
                                    "delete from class_enrolment where school_id = :school and class_id = :class",
                                    "delete from teaching where school_id = :school and class_id = :class",
                                    "update school_class set ended_at = :now where school_id = :school and id = :class"))
                        db.sql(sql)
                                .param("school", schoolClass.school())
                                .param("class", schoolClass.id())
                                .param("now", java.sql.Timestamp.from(clock.instant()))
                                .update();
                    derivation.deriveSchools(List.of(schoolClass.school()));
                });
    }
}
