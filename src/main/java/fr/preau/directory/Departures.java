package fr.preau.directory;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leaving and coming back (capability B06). Enrolments, seats, guardianships and roles stay until
 * the erasure, so that a mistake is undone as if nothing had happened. An adult who answers for
 * nobody any more leaves with the last child, and comes back with the first.
 */
@Component
public class Departures {
    private final JdbcClient db;
    private final Walls walls;
    private final Derivation derivation;
    private final Clock clock;

    Departures(JdbcClient db, Walls walls, Derivation derivation, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.derivation = derivation;
        this.clock = clock;
    }

    /**
     * These persons leave every school at this moment; those who have left already do not leave
     * twice.
     */
    public void depart(Collection<Long> persons, Instant at) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var gone = goAway(array(persons), at);
                    derive(note(array(gone), at));
                });
    }

    /** These persons are here again: nothing of their departure remains. */
    public void comeBack(Collection<Long> persons) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var back = withThose(persons, appear(array(persons)));
                    derive(
                            db.sql(
                                            "delete from departure where person_id = any (:persons) returning school_id")
                                    .param("persons", array(back))
                                    .query(Long.class)
                                    .set());
                });
    }

    /**
     * A director says that it was a mistake: they are here as before, and the feed that does not
     * know it yet does not send them away again.
     */
    public void cancel(Collection<Long> persons, long by) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var back = appear(array(persons));
                    derive(
                            db.sql(
                                            """
                                            update departure set cancelled_at = :now, cancelled_by = :by
                                             where person_id = any (:persons) and cancelled_at is null returning school_id
                                            """)
                                    .param("now", Timestamp.from(clock.instant()))
                                    .param("by", by)
                                    .param("persons", array(back))
                                    .query(Long.class)
                                    .set());
                });
    }

    private List<Long> goAway(long[] persons, Instant at) {
        return db.sql(
                        """
                        with leaving as (
                            select id from person where id = any (:persons) and departed_at is null
                        ), answering as (
                            select g.guardian_id as id from guardianship g
                              join person p on p.id = g.guardian_id and p.departed_at is null
                             where g.pupil_id in (select id from leaving)
                               and not exists (select 1 from role r where r.person_id = p.id) and not exists (
                                   select 1 from guardianship o join person k on k.id = o.pupil_id and k.departed_at is null
                                    where o.guardian_id = g.guardian_id and k.id not in (select id from leaving))
                        )
                        update person set departed_at = :at where id in (select id from leaving union select id from answering) returning id
                        """)
                .param("persons", persons)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .list();
    }

    /** One row for each school that they leave; answers those schools. */
    private Set<Long> note(long[] gone, Instant at) {
        return db.sql(
                        """
                        insert into departure (school_id, person_id, profile, departed_at, erases_on)
                        select distinct on (school_id, person_id) school_id, person_id, profile, :at, cast(:day as date) + (
                               select days from retention_rule where category = 'DEPARTED' and from_on <= :day order by from_on desc limit 1)
                          from (
                            select e.school_id, e.pupil_id as person_id, 'PUPIL' as profile from enrolment e where e.pupil_id = any (:gone)
                            union all
                            select e.school_id, g.guardian_id, 'GUARDIAN' from guardianship g
                              join enrolment e on e.pupil_id = g.pupil_id where g.guardian_id = any (:gone)
                            union all
                            select r.structure_id, r.person_id, 'TEACHER' from role r
                              join structure s on s.id = r.structure_id and s.kind = 'SCHOOL' where r.person_id = any (:gone)
                          ) left_behind
                         order by school_id, person_id, profile desc
                        on conflict (school_id, person_id) do update set profile = excluded.profile, departed_at = excluded.departed_at,
                            erases_on = excluded.erases_on, cancelled_at = null, cancelled_by = null
                        returning school_id
                        """)
                .param("gone", gone)
                .param("at", Timestamp.from(at))
                .param("day", LocalDate.ofInstant(at, clock.getZone()))
                .query(Long.class)
                .set();
    }

    /** Those who are here again, the adults who answer for them included. */
    private List<Long> appear(long[] persons) {
        return db.sql(
                        """
                        with back as (
                            select id from person where id = any (:persons) and departed_at is not null and erased_at is null
                        )
                        update person set departed_at = null
                         where erased_at is null and departed_at is not null and id in (
                               select id from back
                               union select g.guardian_id from guardianship g where g.pupil_id in (select id from back))
                        returning id
                        """)
                .param("persons", persons)
                .query(Long.class)
                .list();
    }

    private void derive(Set<Long> schools) {
        if (!schools.isEmpty()) derivation.deriveSchools(schools);
    }

    private static Set<Long> withThose(Collection<Long> some, Collection<Long> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
