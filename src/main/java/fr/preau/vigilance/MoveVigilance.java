package fr.preau.vigilance;

import fr.preau.directory.MovesPerson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, was reported and was decided follows somebody whose two rows become one. */
@Component
class MoveVigilance implements MovesPerson {
    private final JdbcClient db;

    MoveVigilance(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        db.sql(
                        """
                        delete from message_report o where o.reporter_id = :absorbed and exists (
                            select 1 from message_report r where r.reporter_id = :kept and r.school_id = o.school_id and r.message_id = o.message_id)
                        """)
                .param("kept", kept)
                .param("absorbed", absorbed)
                .update();
        for (var column :
                List.of(
                        "message_hold.author_id",
                        "message_hold.decided_by",
                        "message_report.reporter_id",
                        "message_report.author_id",
                        "message_report.decided_by")) {
            var named = column.split("\\.");
            db.sql(
                            "update %1$s set %2$s = :kept where %2$s = :absorbed"
                                    .formatted(named[0], named[1]))
                    .param("kept", kept)
                    .param("absorbed", absorbed)
                    .update();
        }
    }
}
