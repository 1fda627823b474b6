package fr.preau.proconnect;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The communes whose agents may enter, and until when. All that this feature knows of conventions:
 * whoever signs and renews them will write {@code town_convention}.
 */
@Component
public class Conventions {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Conventions(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** A convention that holds today. */
    record Convention(long town, LocalDate lastDay) {}

    /** Of the commune that has this SIREN. */
    Optional<Convention> inForce(String siren) {
        return find("siren = :key", siren);
    }

    Optional<Convention> inForceAt(long town) {
        return find("town_id = :key", town);
    }

    private Optional<Convention> find(String which, Object key) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select town_id as town, to_on as last_day from town_convention where "
                                                + which
                                                + " and :today between from_on and to_on order by to_on desc limit 1")
                                .param("key", key)
                                .param("today", LocalDate.now(clock))
                                .query(Convention.class)
                                .optional());
    }

    /**
     * Writes the convention of a commune; one that begins on the same day is replaced.
     *
     * @param siren nine digits, as the convention names the commune
     */
    public void sign(long town, String siren, LocalDate from, LocalDate lastDay) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into town_convention (town_id, siren, from_on, to_on) values (:town, :siren, :from, :to)
                                        on conflict (town_id, from_on) do update set siren = excluded.siren, to_on = excluded.to_on
                                        """)
                                .param("town", town)
                                .param("siren", siren)
                                .param("from", from)
                                .param("to", lastDay)
                                .update());
    }
}
