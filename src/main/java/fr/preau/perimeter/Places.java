package fr.preau.perimeter;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree below an actor's roles. What stands above or beside them does not exist for them. */
@Component
class Places {
    private final JdbcClient db;

    Places(JdbcClient db) {
        this.db = db;
    }

    /** The nodes that the actor's roles stand on, the widest first. */
    List<Place> of(Actor actor) {
        return db.sql(
                        """
                        select s.id, s.kind, s.name, true as own from structure s
                         where s.id = any (:nodes)
                         order by (select count(*) from school_above a where a.node_id = s.id) desc, plain(s.name), s.id
                        """)
                .param("nodes", nodes(actor))
                .query(Place.class)
                .list();
    }

    /** The way down from the actor's own node to this place, itself last; 404 from elsewhere. */
    List<Place> wayTo(Actor actor, long place) {
        var way =
                db.sql(
                                """
                                with recursive climb as (
                                    select s.id, s.kind, s.name, s.parent_id, s.town_id, 0 as step, s.id = any (:nodes) as own
                                      from structure s where s.id = :place and s.departed_at is null
                                    union all
                                    select s.id, s.kind, s.name, s.parent_id, s.town_id, c.step + 1, s.id = any (:nodes)
                                      from climb c join structure s on s.id = case when :town then c.town_id else c.parent_id end
                                     where not c.own
                                )
                                select id, kind, name, own from climb order by step desc
                                """)
                        .param("nodes", nodes(actor))
                        .param("place", place)
                        .param("town", actor.profile() == Profile.TOWN)
                        .query(Place.class)
                        .list();
        if (way.isEmpty() || !way.getFirst().own()) throw new NotFound();
        return way;
    }

    /** The nodes just below, each with the number of its schools. */
    List<NodePage.Below> below(Place node) {
        return db.sql(
                        """
                        select s.id, s.kind, s.name, count(k.id) as schools
                          from structure s
                          left join school_above a on a.node_id = s.id
                          left join structure k on k.id = a.school_id and k.departed_at is null
                         where s.parent_id = :node and s.kind in ('ACADEMY', 'DEPARTMENT', 'DISTRICT') and s.departed_at is null
                         group by s.id
                         order by plain(s.name), s.id
                        """)
                .param("node", node.id())
                .query(NodePage.Below.class)
                .list();
    }

    static Long[] nodes(Actor actor) {
        return actor.structures().toArray(Long[]::new);
    }
}
