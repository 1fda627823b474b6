package fr.preau.familynotes;

import fr.preau.directory.MovesPerson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes written, answered and paused follow somebody whose two rows become one. */
@Component
class MoveFamilyNotes implements MovesPerson {
    private final JdbcClient db;

    MoveFamilyNotes(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        for (var column :
                List.of(
                        "family_note.pupil_id",
                        "family_note.guardian_id",
                        "family_note.answered_by",
                        "family_note_pause.by_person_id")) {
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
