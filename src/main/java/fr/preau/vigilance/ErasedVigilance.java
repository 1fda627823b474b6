package fr.preau.vigilance;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever reported is forgotten with their words; the copy of what an erased author wrote stays
 * without their name while nobody has decided, and until it is too old.
 */
@Component
class ErasedVigilance implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedVigilance(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () -> {
                    run(
                            "update message_report set reporter_id = null, words = '' where reporter_id = any (:ids)",
                            persons);
                    db.sql(
                                    "update message_report set author_name = :nobody where author_id = any (:ids)")
                            .param("nobody", Erases.name())
                            .param("ids", persons)
                            .update();
                    run("delete from message_hold where author_id = any (:ids)", persons);
                    run("delete from sending_trace where account_id = any (:ids)", accounts);
                });
    }

    private void run(String sql, long[] ids) {
        db.sql(sql).param("ids", ids).update();
    }
}
