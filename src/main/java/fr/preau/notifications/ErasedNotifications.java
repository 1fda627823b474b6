package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told to an erased person, or about one, goes with them. */
@Component
class ErasedNotifications implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedNotifications(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () -> {
                    db.sql(
                                    "delete from notification where person_id = any (:persons) or pupil_id = any (:persons)")
                            .param("persons", persons)
                            .update();
                    db.sql("delete from letter where account_id = any (:accounts)")
                            .param("accounts", accounts)
                            .update();
                });
    }
}
