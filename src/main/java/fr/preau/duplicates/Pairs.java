package fr.preau.duplicates;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pairs of the schools that somebody administers. */
@Component
class Pairs {
    static final int SHOWN = 100;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Pairs(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** A pair, where it was found; merged ones are no more. */
    record Pair(
            long schoolId,
            String schoolName,
            long id,
            long firstId,
            long secondId,
            String profile,
            int score,
            List<String> reasons) {
        long other(long one) {
            return one == firstId ? secondId : firstId;
        }

        boolean holds(long person) {
            return person == firstId || person == secondId;
        }
    }

    /** The most likely first. */
    List<DuplicateListPage.Row> open(Actor actor) {
        return db.sql(
                        """
                        select d.id, d.school_id, s.name as school_name, d.profile, d.score, d.reasons,
                               p.first_name || ' ' || p.last_name as first_name, q.first_name || ' ' || q.last_name as second_name
                          from duplicate_pair d
                          join structure s on s.id = d.school_id
                          join person p on p.id = d.first_id join person q on q.id = d.second_id
                         where d.school_id = any (:schools) and d.state = 'OPEN'
                         order by d.score desc, d.id limit :shown
                        """)
                .param("schools", actor.administeredSchools())
                .param("shown", SHOWN)
                .query((row, n) ->
                        new DuplicateListPage.Row(
                                row.getLong("id"),
                                row.getString("school_name"),
                                row.getString("profile"),
                                row.getInt("score"),
                                List.of((String[]) row.getArray("reasons").getArray()),
                                row.getString("first_name"),
                                row.getString("second_name")))
                .list();
    }

    Optional<Pair> administeredBy(Actor actor, long pair) {
        return db.sql(
                        """
                        select d.*, s.name as school_name from duplicate_pair d join structure s on s.id = d.school_id
                         where d.id = :pair and d.school_id = any (:schools) and d.state <> 'MERGED'
                        """)
                .param("pair", pair)
                .param("schools", actor.administeredSchools())
                .query((row, n) ->
                        new Pair(
                                row.getLong("school_id"),
                                row.getString("school_name"),
                                row.getLong("id"),
                                row.getLong("first_id"),
                                row.getLong("second_id"),
                                row.getString("profile"),
                                row.getInt("score"),
                                List.of((String[]) row.getArray("reasons").getArray())))
                .optional();
    }

    /** Told apart for good, in every school of the actor where the two are found together. */
    void dismiss(Actor actor, Pair pair) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        update duplicate_pair set state = 'DISMISSED', decided_at = :now, decided_by = :person
                                         where first_id = :first and second_id = :second and school_id = any (:schools) and state = 'OPEN'
                                        """)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("person", actor.person())
                                .param("first", pair.firstId())
                                .param("second", pair.secondId())
                                .param("schools", actor.administeredSchools())
                                .update());
    }
}
