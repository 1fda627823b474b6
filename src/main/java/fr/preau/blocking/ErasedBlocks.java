package fr.preau.blocking;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever is erased is in no block any more; the act stays, with its number. */
@Component
class ErasedBlocks implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedBlocks(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql("delete from school_blocked where person_id = any (:persons)")
                                .param("persons", persons)
                                .update());
    }
}
