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
    static final int PAGE = 30;
    private static final int FOUND = 20;

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
                   x.reason, x.drill, coalesce(m.first_name || ' ' || m.last_name, '') as made_by, x.made_at, x.lifted_at,
                   x.lifted_at is null and is_over(:own, x.maker_node_id) and not (x.kind = 'PERSON' and x.target_id = any (:persons)) as liftable
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
        return standsAny()
                ? walls.as(
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
                                        .param(
                                                "structures",
                                                actor.structures().toArray(Long[]::new))
                                        .param("own", own(actor))
                                        .param("persons", actor.persons().toArray(Long[]::new))
                                        .param("person", actor.person())
                                        .param("profile", actor.profile().name())
                                        .param("today", LocalDate.now(clock))
                                        .query(Stop.class)
                                        .optional())
                : Optional.empty();
    }

    /** On nearly every day there is none, wherever, and nothing more to ask. */
    private boolean standsAny() {
        return db.sql("select stands_any_stop()").query(Boolean.class).single();
    }

    /** For what is on its way already: whether its author may not send at this moment. */
    boolean holds(long school, long message) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select stop_of(school_id, author_id, author_profile, :today) is not null from message where school_id = :school and id = :message
                                        """)
                                .param("today", LocalDate.now(clock))
                                .param("school", school)
                                .param("message", message)
                                .query(Boolean.class)
                                .single());
    }

    /** Those that this actor has the hand on and that hold; one more than a page when more do. */
    List<Stop> open(Actor actor, long before) {
        return ask(actor, "x.lifted_at is null and x.id < :id", before, PAGE + 1);
    }

    /** The last that were lifted. */
    List<Stop> lifted(Actor actor) {
        return ask(actor, "x.lifted_at is not null and x.id < :id", Long.MAX_VALUE, PAGE);
    }

    Optional<Stop> find(Actor actor, long stop) {
        return ask(actor, "x.id = :id", stop, 1).stream().findFirst();
    }

    private List<Stop> ask(Actor actor, String which, long id, int limit) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        SELECT
                                                + " where "
                                                + which
                                                + (actor.profile() == Profile.SUPERVISION
                                                        ? " and is_over(:own, x.node_id)"
                                                        : " and x.node_id = any (:own)")
                                                + " order by x.id desc limit :limit")
                                .param("own", own(actor))
                                .param("persons", actor.persons().toArray(Long[]::new))
                                .param("id", id)
                                .param("limit", limit)
                                .query(Stop.class)
                                .list());
    }

    /** Offered without being sought: one's own places, what is right below, the classes. */
    List<Target> offeredTo(Actor actor) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select 'NODE' as kind, s.id, s.name, s.kind as level from structure s
                                         where s.id = any (:own) or s.parent_id = any (:own) and s.kind <> 'SCHOOL' and s.departed_at is null
                                        union all
                                        select 'CLASS', k.id, k.label, 'CLASS' from school_class k where :school and k.school_id = any (:own) and k.ended_at is null
                                        order by level, name
                                        """)
                                .param("own", own(actor))
                                .param("school", actor.profile() == Profile.TEACHER)
                                .query(Target.class)
                                .list());
    }

    /** Places below, and those who act at one without being of a school, by name. */
    List<Target> found(Actor actor, String name) {
        if (name.isEmpty() || actor.profile() != Profile.SUPERVISION) return List.of();
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        (select 'NODE' as kind, s.id, s.name, s.kind as level from structure s
                                          where s.departed_at is null and strpos(plain(s.name), plain(:name)) > 0
                                            and case s.kind when 'SCHOOL' then exists (select 1 from school_above a where a.school_id = s.id and a.node_id = any (:own))
                                                else is_over(:own, s.id) end
                                          order by strpos(plain(s.name), plain(:name)), s.name, s.id limit :found)
                                        union all
                                        (select 'PERSON', p.id, p.first_name || ' ' || p.last_name || ', ' || min(s.name), 'PERSON'
                                           from role r join person p on p.id = r.person_id and p.departed_at is null join structure s on s.id = r.structure_id
                                          where s.kind <> 'SCHOOL' and p.id <> all (:persons) and strpos(plain(p.first_name || ' ' || p.last_name || ' ' || p.first_name), plain(:name)) > 0
                                            and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today and is_over(:own, s.id)
                                          group by p.id order by p.last_name, p.first_name, p.id limit :found)
                                        """)
                                .param("name", name)
                                .param("today", LocalDate.now(clock))
                                .param("persons", actor.persons().toArray(Long[]::new))
                                .param("own", own(actor))
                                .param("found", FOUND)
                                .query(Target.class)
                                .list());
    }

    /** What a form asks to stop, when this actor has the hand on it; nobody stops themselves. */
    Optional<Target> target(Actor actor, StopForm form) {
        if (!form.isTarget()) return Optional.empty();
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        switch (form.kind()) {
                                            case "NODE" ->
                                                    """
                                                    select 'NODE' as kind, s.id, s.name, s.kind as level from structure s
                                                     where s.id = :id and s.departed_at is null and is_over(:own, s.id)
                                                    """;
                                            case "CLASS" ->
                                                    """
                                                    select 'CLASS' as kind, k.id, k.label as name, 'CLASS' as level from school_class k
                                                     where k.id = :id and k.school_id = any (:own) and k.ended_at is null
                                                    """;
                                            default ->
                                                    """
                                                    select 'PERSON' as kind, p.id, p.first_name || ' ' || p.last_name as name, 'PERSON' as level from person p
                                                     where p.id = :id and p.id <> all (:persons) and exists (
                                                           select 1 from affiliation a where a.person_id = p.id and is_over(:own, a.school_id)
                                                           union all
                                                           select 1 from role r join structure s on s.id = r.structure_id and s.kind <> 'SCHOOL'
                                                            where r.person_id = p.id and is_over(:own, s.id)
                                                              and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today)
                                                    """;
                                        })
                                .param("id", form.number())
                                .param("today", LocalDate.now(clock))
                                .param("own", own(actor))
                                .param("persons", actor.persons().toArray(Long[]::new))
                                .query(Target.class)
                                .optional());
    }

    private static Long[] own(Actor actor) {
        if (actor.profile() != Profile.TEACHER) return actor.structures().toArray(Long[]::new);
        return Arrays.stream(actor.administeredSchools()).boxed().toArray(Long[]::new);
    }

    /** Kept at a place of the target that its maker has the hand on, and with the maker's own. */
    long make(Actor actor, String kind, long target, String reason, boolean drill) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        insert into message_stop (kind, target_id, node_id, maker_node_id, reason, drill, made_by, made_at)
                                        select :kind, :target, w.id, coalesce((
                                               select o.id from unnest(:own::bigint[]) o (id) where is_over(array[o.id], w.id) order by o.id limit 1),
                                               (:own::bigint[])[1], w.id), :reason, :drill, :person, :now
                                          from (select case :kind when 'NODE' then :target
                                                when 'CLASS' then (select school_id from school_class where id = :target)
                                                else coalesce(
                                                     (select p.id from (
                                                             select school_id from affiliation where person_id = :target
                                                             union all select structure_id from role where person_id = :target) p (id)
                                                       order by not is_over(:own, p.id), p.id limit 1), (:own::bigint[])[1]) end as id) w
                                        returning id
                                        """)
                                .param("kind", kind)
                                .param("target", target)
                                .param("own", own(actor))
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
