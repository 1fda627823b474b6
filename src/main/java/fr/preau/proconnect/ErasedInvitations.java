package fr.preau.proconnect;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of whoever is erased no invitation stays: it held their address. */
@Component
class ErasedInvitations implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedInvitations(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql("delete from town_invitation where person_id = any (:persons)")
                                .param("persons", persons)
                                .update());
    }
}
