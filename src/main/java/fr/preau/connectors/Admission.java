package fr.preau.connectors;

import fr.preau.access.OpenSessions;
import fr.preau.access.OpenSessions.Held;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may be told of to a service, and for how long: while they are inside, in a role that it is
 * for.
 */
@Component
public class Admission {
    private final Connectors connectors;
    private final OpenSessions sessions;
    private final JdbcClient db;
    private final Walls walls;

    Admission(Connectors connectors, OpenSessions sessions, JdbcClient db, Walls walls) {
        this.connectors = connectors;
        this.sessions = sessions;
        this.db = db;
        this.walls = walls;
    }

    /**
     * Somebody of whom a service may be told.
     *
     * @param places the structures of theirs at which it is open; never empty
     */
    public record Told(Connector connector, Held held, List<Long> places) {}

    /** Empty when the service is not for the role that is worn, or not at any place of it. */
    public Optional<Told> of(Connector connector, Held held) {
        if (!connector.open() || !connector.profiles().contains(held.actor().profile()))
            return Optional.empty();
        var places = places(connector, held.actor().structures());
        return places.isEmpty() ? Optional.empty() : Optional.of(new Told(connector, held, places));
    }

    /** The same, later: the service may be closed, the session over, another role worn. */
    public Optional<Told> still(long connector, long session) {
        return connectors
                .open(connector)
                .flatMap(one -> sessions.held(session).flatMap(held -> of(one, held)));
    }

    private List<Long> places(Connector connector, List<Long> mine) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        with recursive up as (
                                            select s.id as mine, s.id, s.parent_id, s.town_id from structure s where s.id = any (:mine)
                                            union
                                            select u.mine, s.id, s.parent_id, s.town_id from up u join structure s on s.id = u.parent_id or s.id = u.town_id)
                                        select distinct mine from up where id = any (:places) order by 1
                                        """)
                                .param("mine", ConnectorRows.longs(mine))
                                .param("places", ConnectorRows.longs(connector.places()))
                                .query(Long.class)
                                .list());
    }
}
