package fr.preau.vigilance;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The second person: whoever directs or administers the school, the town or the level above; never
 * somebody whom it is about.
 */
@Component
public class Deciders {
    private static final Set<RoleKind> KINDS =
            Set.of(
                    RoleKind.DIRECTOR,
                    RoleKind.ADMINISTRATOR,
                    RoleKind.MAYOR,
                    RoleKind.TOWN_REFERENT,
                    RoleKind.INSPECTOR,
                    RoleKind.DIGITAL_REFERENT,
                    RoleKind.DEPARTMENT_OFFICER,
                    RoleKind.PERIMETER_ADMINISTRATOR,
                    RoleKind.REGION_LEAD);

    /** {@code above}: the places and all that is above them; a town is below its schools' level. */
    private static final String ABOVE =
            """
            with recursive up (place, id, depth) as (
                select s.id, s.id, 0 from structure s where s.id = any (:places)
                union all
                select u.place, n.id, u.depth + 1 from up u join structure s on s.id = u.id
                 cross join lateral (select coalesce(s.parent_id, (
                       select min(c.parent_id) from structure c where c.town_id = s.id and c.kind = 'SCHOOL')) as id) n
                 where n.id is not null and u.depth < 12
            ), common as (
                select id, min(depth) as depth from up group by id having count(distinct place) = (select count(distinct p) from unnest(:places::bigint[]) p)
            ), peopled as (
                select c.*, exists (
                    select 1 from role r join person p on p.id = r.person_id and p.departed_at is null
                     where r.structure_id = c.id and r.kind = any (:kinds) and r.person_id <> all (:but)
                       and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today) as decides
                  from common c
            )
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Deciders(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** The names of the roles that decide; for {@code = any (…)}. */
    public static String[] kinds() {
        return KINDS.stream().map(RoleKind::name).toArray(String[]::new);
    }

    /**
     * The nearest place, at or above all of these, where somebody else decides; the highest one
     * when nobody does yet.
     */
    long over(Collection<Long> places, Collection<Long> but) {
        var nearest =
                "select id from peopled order by not decides, case when decides then depth else -depth end limit 1";
        var first = places.iterator().next();
        return ask(places, but, nearest).or(() -> ask(List.of(first), but, nearest)).orElse(first);
    }

    /** The next level above that decides; empty at the top. */
    Optional<Long> next(long node, Collection<Long> but) {
        return ask(
                List.of(node),
                but,
                "select id from peopled where depth > 0 and decides order by depth limit 1");
    }

    private Optional<Long> ask(Collection<Long> places, Collection<Long> but, String sql) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(ABOVE + sql)
                                .param("places", places.toArray(Long[]::new))
                                .param("but", but.toArray(Long[]::new))
                                .param("kinds", kinds())
                                .param("today", LocalDate.now(clock))
                                .query(Long.class)
                                .optional());
    }

    /** Where this hat decides. */
    static Long[] nodesOf(Actor actor) {
        return actor.roles().stream()
                .filter(role -> KINDS.contains(role.kind()))
                .map(Actor.Role::structure)
                .distinct()
                .toArray(Long[]::new);
    }

    static boolean isOne(Actor actor) {
        return actor.profile() != Profile.SUPPORT && nodesOf(actor).length > 0;
    }
}
