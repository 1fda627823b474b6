package fr.preau.agreements;

import fr.preau.directory.MovesPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A signature follows somebody whose two rows become one. Its seal holds the name, not the number:
 * it still fits.
 */
@Component
class MoveSignatures implements MovesPerson {
    private final JdbcClient db;

    MoveSignatures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        db.sql("update agreement_seal set person_id = :kept where person_id = :absorbed")
                .param("kept", kept)
                .param("absorbed", absorbed)
                .update();
    }
}
