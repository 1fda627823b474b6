package fr.preau.signins;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of an erased person go with them; the counts, which name nobody, stay. */
@Component
class ErasedSignIns implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedSignIns(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("delete from sign_in where person_id = any (:persons)")
                                .param("persons", persons)
                                .update());
    }
}
