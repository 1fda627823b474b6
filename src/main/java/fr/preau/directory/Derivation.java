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

    /** Derives these schools only; answers how many rows were written. */
    public long deriveSchools(Collection<Long> schools) {
        // A real array, not a text: the planner then looks schools up instead of comparing each row
        // with all of them.
        var ids = schools.stream().mapToLong(Long::longValue).toArray();
        var done = tree() + circles(ids);
        enrolledNow(ids);
        return done + affiliations(ids);
    }

    /** Every node above each school, itself and its town included. */
    private long tree() {
        return db.sql(
                        """
                        with recursive climb as (
                            select id as school_id, id as node_id, parent_id from structure where kind = 'SCHOOL'
                            union all
                            select c.school_id, s.id, s.parent_id from climb c join structure s on s.id = c.parent_id
                        ), wanted as (
                            select node_id, school_id from climb
                            union select town_id, id from structure where kind = 'SCHOOL' and town_id is not null
                        ), gone as (
                            delete from school_above a where not exists (
                                select 1 from wanted w where w.node_id = a.node_id and w.school_id = a.school_id) returning 1
                        ), born as (
                            insert into school_above (node_id, school_id) select node_id, school_id from wanted w where not exists (
                                select 1 from school_above a where a.node_id = w.node_id and a.school_id = w.school_id) returning 1
                        )
                        select (select count(*) from gone) + (select count(*) from born)
                        """)
                .query(Long.class)
                .single();
    }

    /**
     * Pupils who are there and adults who answer for them, with statistics: the plans of what
     * follows depend on them.
     */
    private void enrolledNow(long[] schools) {
        db.sql("drop table if exists enrolled_now, family_now, wanted_affiliation").update();
        db.sql(
                        """
                        create temp table enrolled_now on commit drop as
                        select e.school_id, e.pupil_id from enrolment e join person p on p.id = e.pupil_id and p.departed_at is null
                        where e.school_id = any (:schools)
                        """)
                .param("schools", schools)
                .update();
        db.sql("analyze enrolled_now").update();
        db.sql(
                        """
                        create temp table family_now on commit drop as
                        select e.school_id, e.pupil_id, g.guardian_id from enrolled_now e
                        join guardianship g on g.pupil_id = e.pupil_id join person p on p.id = g.guardian_id and p.departed_at is null
                        """)
                .update();
        db.sql("analyze family_now").update();
    }

    private long affiliations(long[] schools) {
        db.sql(
                        """
                        create temp table wanted_affiliation on commit drop as
                        select school_id, pupil_id as person_id, 'PUPIL' as profile from enrolled_now
                        union all select distinct school_id, guardian_id, 'GUARDIAN' from family_now
                        union all select distinct r.structure_id, r.person_id, 'TEACHER' from role r
                        join person p on p.id = r.person_id and p.departed_at is null
                        where r.kind = any (:kinds) and r.structure_id = any (:schools)
                        and (r.starts_on is null or r.starts_on <= :today) and (r.ends_on is null or r.ends_on >= :today)
                        """)
                .param("schools", schools)
                .param("today", LocalDate.now(clock))
                .param("kinds", RoleKind.of(Profile.TEACHER))
                .update();
        db.sql("analyze wanted_affiliation").update();
        var gone =
                db.sql(
                                """
                                delete from affiliation a where a.school_id = any (:schools) and not exists (
                                    select 1 from wanted_affiliation w
                                    where w.school_id = a.school_id and w.person_id = a.person_id and w.profile = a.profile)
                                """)
                        .param("schools", schools)
                        .update();
        return gone
                + db.sql(
                                """
                                insert into affiliation (school_id, person_id, profile)
                                select school_id, person_id, profile from wanted_affiliation w where not exists (
                                    select 1 from affiliation a
                                    where a.school_id = w.school_id and a.person_id = w.person_id and a.profile = w.profile)
                                order by school_id, person_id
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
