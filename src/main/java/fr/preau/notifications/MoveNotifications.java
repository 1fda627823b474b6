package fr.preau.notifications;

import fr.preau.directory.MovesPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody should know follows them when their two rows become one; the same fact is told
 * once.
 */
@Component
class MoveNotifications implements MovesPerson {
    private final JdbcClient db;

    MoveNotifications(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        run(
                """
                delete from notification a where (a.person_id = :absorbed or a.pupil_id = :absorbed) and exists (
                    select 1 from notification b where b.id <> a.id and b.school_id = a.school_id and b.fact = a.fact
                       and b.person_id in (a.person_id, :kept) and b.person_id <> :absorbed
                       and b.pupil_id is not distinct from case when a.pupil_id = :absorbed then :kept else a.pupil_id end)
                """,
                kept,
                absorbed);
        run(
                "update notification set person_id = :kept where person_id = :absorbed",
                kept,
                absorbed);
        run("update notification set pupil_id = :kept where pupil_id = :absorbed", kept, absorbed);
    }

    private void run(String sql, long kept, long absorbed) {
        db.sql(sql).param("kept", kept).param("absorbed", absorbed).update();
    }
}
