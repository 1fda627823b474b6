package fr.preau.continuity;

import fr.preau.directory.MovesPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time that somebody gave stays theirs when their two rows become one. */
@Component
class MoveGraces implements MovesPerson {
    private final JdbcClient db;

    MoveGraces(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        db.sql("update continuity_grace set by_person_id = :kept where by_person_id = :absorbed")
                .param("kept", kept)
                .param("absorbed", absorbed)
                .update();
    }
}
