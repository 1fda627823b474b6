package fr.preau.network;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A test under way is all that names an account here; sheets and figures name nobody. */
@Component
class ErasedRuns implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedRuns(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql("delete from network_run where account_id = any (:accounts)")
                                .param("accounts", accounts)
                                .update());
    }
}
