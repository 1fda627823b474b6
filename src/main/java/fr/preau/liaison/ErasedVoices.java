package fr.preau.liaison;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A voice is somebody as much as a name is: it goes with whoever spoke, the note stays. */
@Component
class ErasedVoices implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedVoices(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () -> {
                    db.sql(
                                    """
                                    delete from note_voice v using note n
                                     where n.school_id = v.school_id and n.id = v.note_id and n.author_id = any (:persons)
                                    """)
                            .param("persons", persons)
                            .update();
                });
    }
}
