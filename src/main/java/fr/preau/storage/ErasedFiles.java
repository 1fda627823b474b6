package fr.preau.storage;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What others have received stays with them, as the words around it do; what was brought and given
 * to nobody goes. What a feature lets go of in the same erasure is swept soon after.
 */
@Component
class ErasedFiles implements Erases {
    private final JdbcClient db;
    private final Walls walls;
    private final HeldFiles held;

    ErasedFiles(JdbcClient db, Walls walls, HeldFiles held) {
        this.db = db;
        this.walls = walls;
        this.held = held;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () -> {
                    db.sql(
                                    "delete from stored_file f where owner_id = any (:persons) and not ("
                                            + held.condition()
                                            + ")")
                            .param("persons", persons)
                            .update();
                });
    }
}
