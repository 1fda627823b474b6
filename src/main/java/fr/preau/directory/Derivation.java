package fr.preau.directory;

import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what follows from enrolments, guardianships and roles: who belongs to which school, and its
 * circles. Called at the end of whatever changes those, in its transaction and inside the
 * directory's wall; writes only the rows that differ.
 */
@Component
public class Derivation {
    private final JdbcClient db;
    private final Clock clock;

    Derivation(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Derives the whole directory; answers how many rows were written. */
    public long derive() {
        return deriveSchools(
                db.sql("select id from structure where kind = 'SCHOOL'").query(Long.class).list());
    }

    /**
     * Derives the places of those whose roles begin or end at a date; answers how many rows were
     * written.
     */
    public long deriveDated() {
        return derivePersons(
                "select distinct person_id from role where starts_on is not null or ends_on is not null");
    }

    /** Derives these schools only; answers how many rows were written. */
    public long deriveSchools(Collection<Long> schools) {
        var ids = array(schools);
        var done = tree(ids) + circles(ids);
        table("touched_person");
        db.sql(
                        """
                        insert into touched_person
                        select person_id from affiliation where school_id = any (:schools)
                        union select pupil_id from enrolment where school_id = any (:schools)
                        union select g.guardian_id from enrolment e join guardianship g on g.pupil_id = e.pupil_id where e.school_id = any (:schools)
                        union select person_id from role where structure_id = any (:schools)
                        """)
                .param("schools", ids)
                .update();
        return done + affiliations();
    }

    /** Derives what is above these schools; answers how many rows were written. */
    public long deriveTree(Collection<Long> schools) {
        return tree(array(schools));
    }

    /**
     * Derives the circles of these schools and their classes; answers how many rows were written.
     */
    public long deriveCircles(Collection<Long> schools) {
        return circles(array(schools));
    }

    /**
     * Derives the places of the persons that this query gives, whatever their schools; answers how
     * many rows were written.
     *
     * @param persons a query of ours that gives their numbers, e.g. of a staging table
     */
    public long derivePersons(String persons) {
        table("touched_person");
        db.sql("insert into touched_person " + persons).update();
        return affiliations();
    }

    /** A real array, not a text: the planner then looks schools up. */
    private static long[] array(Collection<Long> schools) {
        return schools.stream().mapToLong(Long::longValue).toArray();
    }

    private void table(String name) {
        db.sql("drop table if exists touched_person, wanted_affiliation").update();
        db.sql("create temp table " + name + " (id bigint) on commit drop").update();
    }

    /** Every node above each school, itself and its town included. */
    private long tree(long[] schools) {
        return db.sql(
                        """
                        with recursive climb as (
                            select id as school_id, id as node_id, parent_id from structure where kind = 'SCHOOL' and id = any (:schools)
                            union all
                            select c.school_id, s.id, s.parent_id from climb c join structure s on s.id = c.parent_id
                        ), wanted as (
                            select node_id, school_id from climb
                            union select town_id, id from structure where kind = 'SCHOOL' and town_id is not null and id = any (:schools)
                        ), gone as (
                            delete from school_above a where a.school_id = any (:schools) and not exists (
                                select 1 from wanted w where w.node_id = a.node_id and w.school_id = a.school_id) returning 1
                        ), born as (
                            insert into school_above (node_id, school_id) select node_id, school_id from wanted w where not exists (
                                select 1 from school_above a where a.node_id = w.node_id and a.school_id = w.school_id) returning 1
                        )
                        select (select count(*) from gone) + (select count(*) from born)
                        """)
                .param("schools", schools)
                .query(Long.class)
                .single();
    }

    /** With statistics: the plans depend on them. */
    private long affiliations() {
        db.sql("analyze touched_person").update();
        db.sql(
                        """
                        create temp table wanted_affiliation on commit drop as
                        select e.school_id, e.pupil_id as person_id, 'PUPIL' as profile from touched_person t
                        join enrolment e on e.pupil_id = t.id join person p on p.id = t.id and p.departed_at is null
                        union all
                        select distinct e.school_id, g.guardian_id, 'GUARDIAN' from touched_person t
                        join guardianship g on g.guardian_id = t.id join person p on p.id = t.id and p.departed_at is null
                        join enrolment e on e.pupil_id = g.pupil_id join person k on k.id = e.pupil_id and k.departed_at is null
                        union all
                        select distinct r.structure_id, r.person_id, 'TEACHER' from touched_person t
                        join role r on r.person_id = t.id join person p on p.id = t.id and p.departed_at is null
                        join structure s on s.id = r.structure_id and s.kind = 'SCHOOL'
                        where r.kind = any (:kinds)
                        and (r.starts_on is null or r.starts_on <= :today) and (r.ends_on is null or r.ends_on >= :today)
                        """)
                .param("today", LocalDate.now(clock))
                .param("kinds", RoleKind.of(Profile.TEACHER))
                .update();
        db.sql("analyze wanted_affiliation").update();
        var gone =
                db.sql(
                                """
                                delete from affiliation a using touched_person t where a.person_id = t.id and not exists (
                                    select 1 from wanted_affiliation w
                                    where w.school_id = a.school_id and w.person_id = a.person_id and w.profile = a.profile)
                                """)
                        .update();
        return gone
                + db.sql(
                                """
                                insert into affiliation (school_id, person_id, profile)
                                select school_id, person_id, profile from wanted_affiliation w where not exists (
                                    select 1 from affiliation a
                                    where a.school_id = w.school_id and a.person_id = w.person_id and a.profile = w.profile)
                                order by person_id
                                on conflict do nothing
                                """)
                        .update();
    }

    /** Circles are made and never removed here: what was sent to one must still find it. */
    private long circles(long[] schools) {
        return db.sql(
                        """
                        insert into circle (school_id, kind, class_id)
                        select w.school_id, w.kind, w.class_id from (
                            select c.school_id, k.kind, c.id as class_id from school_class c
                            cross join (values ('CLASS_FAMILIES'), ('CLASS_PUPILS')) k (kind) where c.ended_at is null
                            union all
                            select s.id, k.kind, null from structure s
                            cross join (values ('SCHOOL_FAMILIES'), ('SCHOOL_TEACHERS')) k (kind) where s.kind = 'SCHOOL'
                        ) w
                        where w.school_id = any (:schools) and not exists (
                            select 1 from circle c
                            where c.school_id = w.school_id and c.kind = w.kind and c.class_id is not distinct from w.class_id)
                        """)
                .param("schools", schools)
                .update();
    }
}
