package fr.preau.signins;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.MovesPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines follow the person when two rows become one. */
@Component
class MoveSignIns implements MovesPerson {
    private final JdbcClient db;
    private final Walls walls;

    MoveSignIns(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void move(long kept, long absorbed) {
        walls.as(
                Wall.DOOR,
                () -> {
                    run(
                            """
                            delete from sign_in a where a.person_id = :absorbed and exists (
                                select 1 from sign_in b where b.school_id = a.school_id and b.person_id = :kept and b.fact = a.fact)
                            """,
                            kept,
                            absorbed);
                    run(
                            "update sign_in set person_id = :kept where person_id = :absorbed",
                            kept,
                            absorbed);
                });
    }

    private void run(String sql, long kept, long absorbed) {
        db.sql(sql).param("kept", kept).param("absorbed", absorbed).update();
    }
}
