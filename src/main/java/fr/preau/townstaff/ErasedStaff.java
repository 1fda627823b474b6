package fr.preau.townstaff;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of whoever is erased no demand stays: it held their name and their address. */
@Component
class ErasedStaff implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedStaff(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql("delete from town_staff where person_id = any (:persons)")
                                .param("persons", persons)
                                .update());
    }
}
