package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.StopsPage.Target;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The switch for the bad day (capability D16): read at every sending, so that it holds at once on
 * every node and after a restart. Reading, and the notes of the school, go on.
 */
@Component
class Stops {
    private static final int REMEMBERED = 30;

    /** The nodes above and at these structures. */
    private static final String ABOVE =
            """
            with recursive above (id) as (
                select s.id from structure s where s.id = any (:structures)
                union
                select n.id from above a join structure s on s.id = a.id cross join lateral (values (s.parent_id), (s.town_id)) n (id) where n.id is not null
            )
            """;

    private static final String SELECT =
            """
            select x.id, x.kind, x.target_id as target, case x.kind
                   when 'PERSON' then (select p.first_name || ' ' || p.last_name from person p where p.id = x.target_id)
                   when 'CLASS' then (select k.label || ', ' || s.name from school_class k join structure s on s.id = k.school_id where k.id = x.target_id)
                   else (select s.name from structure s where s.id = x.target_id) end as name,
                   x.reason, x.drill, coalesce(m.first_name || ' ' || m.last_name, '') as made_by, x.made_at, x.lifted_at
              from message_stop x left join person m on m.id = x.made_by
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Stops(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** What keeps this actor from sending; a drill keeps nobody, and comes last. */
    Optional<Stop> stopping(Actor actor) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        ABOVE
                                                + SELECT
                                                + """
                                                where x.lifted_at is null and (
                                                      x.kind = 'NODE' and x.target_id in (select id from above)
                                                   or x.kind = 'PERSON' and x.target_id = :person
                                                   or x.kind = 'CLASS' and (
                                                      x.target_id in (select i.class_id from class_enrolment i where i.pupil_id = :person and :profile = 'PUPIL')
                                                   or x.target_id in (select i.class_id from class_enrolment i join guardianship g on g.pupil_id = i.pupil_id
                                                                       where g.guardian_id = :person and :profile = 'GUARDIAN')
                                                   or x.target_id in (select t.class_id from teaching t where t.person_id = :person and :profile = 'TEACHER'
                                                                         and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)))
                                                order by x.drill, x.id limit 1
                                                """)
                                .param("structures", actor.structures().toArray(Long[]::new))
                                .param("person", actor.person())
                                .param("profile", actor.profile().name())
                                .param("today", LocalDate.now(clock))
                                .query(Stop.class)
                                .optional());
    }

    /** Those that this actor has the hand on: at, or below, what they direct or oversee. */
    List<Stop> under(Actor actor) {
        var targets = targetsOf(actor);
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        SELECT
                                                + """
                                                where x.kind = 'NODE' and x.target_id = any (:nodes) or x.node_id = any (:nodes)
                                                order by x.lifted_at is not null, x.id desc limit :remembered
                                                """)
                                .param("nodes", nodes(targets))
                                .param("remembered", REMEMBERED)
                                .query(Stop.class)
                                .list());
    }

    private static Long[] nodes(List<Target> targets) {
        return targets.stream()
                .filter(target -> target.kind().equals("NODE"))
                .map(Target::id)
                .toArray(Long[]::new);
    }

    /** What may be stopped: schools and classes directed, or a node overseen and all below it. */
    List<Target> targetsOf(Actor actor) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        with recursive below (id) as (
                                            select s.id from structure s where s.id = any (:own)
                                            union
                                            select s.id from below b join structure s on b.id in (s.parent_id, s.town_id) where s.departed_at is null
                                        ), seen as (
                                            select id from below
                                            union
                                            select s.town_id from below b join structure s on s.id = b.id where s.town_id is not null and not :school
                                               -- A commune belongs to whoever oversees all of its schools.
                                               and not exists (select 1 from structure o where o.town_id = s.town_id and o.departed_at is null and o.id not in (select id from below))
                                        )
                                        select 'NODE' as kind, s.id, s.name, s.kind as level from structure s where s.id in (select id from seen)
                                        union all
                                        select 'CLASS', k.id, k.label, 'CLASS' from school_class k where :school and k.school_id = any (:own) and k.ended_at is null
                                        order by level, name
                                        """)
                                .param("own", own(actor))
                                .param("school", actor.profile() == Profile.TEACHER)
                                .query(Target.class)
                                .list());
    }

    private static Long[] own(Actor actor) {
        if (actor.profile() == Profile.SUPERVISION) return actor.structures().toArray(Long[]::new);
        return Arrays.stream(actor.administeredSchools()).boxed().toArray(Long[]::new);
    }

    /** A person of a school that the actor has the hand on. */
    boolean isUnder(Actor actor, long person) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select exists (select 1 from affiliation a where a.person_id = :person and a.school_id = any (:nodes))")
                                .param("person", person)
                                .param("nodes", nodes(targetsOf(actor)))
                                .query(Boolean.class)
                                .single());
    }

    long make(Actor actor, String kind, long target, String reason, boolean drill) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        insert into message_stop (kind, target_id, node_id, reason, drill, made_by, made_at)
                                        values (:kind, :target, case :kind when 'NODE' then :target
                                                when 'CLASS' then (select school_id from school_class where id = :target)
                                                else coalesce((select min(school_id) from affiliation where person_id = :target),
                                                          (select min(structure_id) from role where person_id = :target)) end, :reason, :drill, :person, :now) returning id
                                        """)
                                .param("kind", kind)
                                .param("target", target)
                                .param("reason", reason)
                                .param("drill", drill)
                                .param("person", actor.person())
                                .param("now", Timestamp.from(clock.instant()))
                                .query(Long.class)
                                .single());
    }

    void lift(Actor actor, long stop) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "update message_stop set lifted_at = :now, lifted_by = :person where id = :stop and lifted_at is null")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("person", actor.person())
                                .param("stop", stop)
                                .update());
    }
}
