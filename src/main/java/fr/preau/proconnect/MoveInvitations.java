package fr.preau.proconnect;

import fr.preau.directory.MovesPerson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An invitation follows the person, invited or inviting, when two rows become one. */
@Component
class MoveInvitations implements MovesPerson {
    private final JdbcClient db;

    MoveInvitations(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        for (var sql :
                List.of(
                        "update town_invitation set person_id = :kept where person_id = :absorbed",
                        "update town_invitation set made_by = :kept where made_by = :absorbed"))
            db.sql(sql).param("kept", kept).param("absorbed", absorbed).update();
    }
}
