package fr.preau.townstaff;

import fr.preau.directory.MovesPerson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was asked for, who asked and who decided follow somebody whose two rows become one. */
@Component
class MoveStaff implements MovesPerson {
    private final JdbcClient db;

    MoveStaff(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        for (var column : List.of("person_id", "asked_by", "decided_by"))
            db.sql("update town_staff set %1$s = :kept where %1$s = :absorbed".formatted(column))
                    .param("kept", kept)
                    .param("absorbed", absorbed)
                    .update();
    }
}
