package fr.preau.perimeter;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an actor may entrust, and to whom. Colleagues of the académie belong to no school: the
 * directory names them, for the nodes that the actor leads and no other.
 */
@Component
class Offers {
    /** The nodes that the actor leads, and all below them that is no school. */
    static final String LED =
            """
            with recursive led as (
                select s.id, s.kind, s.name, s.parent_id from structure s where s.id = any (:led)
                union
                select s.id, s.kind, s.name, s.parent_id from structure s join led on s.parent_id = led.id
                 where s.kind in ('ACADEMY', 'DEPARTMENT', 'DISTRICT') and s.departed_at is null
            )
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Offers(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    List<Scope> scopes(Actor actor) {
        return actor.profile() == Profile.SUPERVISION ? nodes(actor) : schools(actor);
    }

    List<Candidate> candidates(Actor actor) {
        return actor.profile() == Profile.SUPERVISION ? supervisors(actor) : teachers(actor);
    }

    private List<Scope> schools(Actor actor) {
        return db.sql(
                        """
                        select 'SCHOOL' as kind, s.id as structure, null::bigint as school_class, s.name as label, s.id as at, '' as rank
                          from structure s where s.id = any (:schools)
                        union all
                        select 'CLASS', c.school_id, c.id, c.label, c.school_id, plain(c.label)
                          from school_class c where c.school_id = any (:schools) and c.kind = 'CLASS' and c.ended_at is null
                        order by at, rank
                        """)
                .param("schools", DelegationPolicy.directedSchools(actor))
                .query(Scope.class)
                .list();
    }

    private List<Scope> nodes(Actor actor) {
        return db.sql(
                        LED
                                + """
                                select 'NODE' as kind, id as structure, null::bigint as school_class, name as label from led
                                 order by case kind when 'REGION' then 0 when 'ACADEMY' then 1 when 'DEPARTMENT' then 2 else 3 end, plain(name), id
                                """)
                .param("led", DelegationPolicy.ledNodes(actor))
                .query(Scope.class)
                .list();
    }

    private List<Candidate> teachers(Actor actor) {
        return db.sql(
                        """
                        select p.id as person, p.first_name || ' ' || p.last_name as name, s.id as structure, s.name as place,
                               case when bool_or(r.ends_on is null) then null else max(r.ends_on) end as until
                          from role r
                          join structure s on s.id = r.structure_id
                          join person p on p.id = r.person_id and p.departed_at is null
                         where r.structure_id = any (:schools) and r.kind in ('TEACHER', 'SUBSTITUTE') and p.id <> all (:own)
                           and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
                         group by p.id, p.first_name, p.last_name, s.id
                         order by plain(p.last_name), plain(p.first_name), p.id
                        """)
                .param("schools", DelegationPolicy.directedSchools(actor))
                .param("own", actor.persons().toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .query(Candidate.class)
                .list();
    }

    private List<Candidate> supervisors(Actor actor) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        LED
                                                + """
                                                select p.id as person, p.first_name || ' ' || p.last_name as name, min(led.id) as structure,
                                                       string_agg(distinct led.name, ', ') as place,
                                                       case when bool_or(r.ends_on is null) then null else max(r.ends_on) end as until
                                                  from led
                                                  join role r on r.structure_id = led.id
                                                  join person p on p.id = r.person_id and p.departed_at is null
                                                 where r.kind = any (:kinds) and p.id <> all (:own)
                                                   and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
                                                 group by p.id, p.first_name, p.last_name
                                                 order by plain(p.last_name), plain(p.first_name), p.id
                                                """)
                                .param("led", DelegationPolicy.ledNodes(actor))
                                .param("kinds", ofTheirOwn())
                                .param("own", actor.persons().toArray(Long[]::new))
                                .param("today", LocalDate.now(clock))
                                .query(Candidate.class)
                                .list());
    }

    /** What somebody is by themselves, not by delegation. */
    private static String[] ofTheirOwn() {
        return Arrays.stream(RoleKind.values())
                .filter(kind ->
                        kind.profile() == Profile.SUPERVISION
                                && kind != RoleKind.PERIMETER_ADMINISTRATOR)
                .map(RoleKind::name)
                .toArray(String[]::new);
    }

    /** Whether this person has it today already, by themselves or by delegation. */
    boolean holds(long person, Scope scope) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        with recursive climb as (
                                            select s.id, s.parent_id from structure s where s.id = :structure
                                            union all
                                            select s.id, s.parent_id from climb c join structure s on s.id = c.parent_id where :kind = 'NODE'
                                        )
                                        select case :kind
                                               when 'CLASS' then exists (
                                                    select 1 from teaching t where t.school_id = :structure and t.class_id = :class and t.person_id = :person
                                                       and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)
                                               else exists (
                                                    select 1 from role r where r.person_id = :person and r.structure_id in (select id from climb)
                                                       and (:kind = 'NODE' or r.kind in ('DIRECTOR', 'ADMINISTRATOR'))
                                                       and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today)
                                               end
                                        """)
                                .param("structure", scope.structure())
                                .param("kind", scope.kind().name())
                                .param("class", scope.schoolClass(), java.sql.Types.BIGINT)
                                .param("person", person)
                                .param("today", LocalDate.now(clock))
                                .query(Boolean.class)
                                .single());
    }
}
