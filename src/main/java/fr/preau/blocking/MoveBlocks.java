package fr.preau.blocking;

import fr.preau.directory.MovesPerson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A block follows the person when two rows become one. */
@Component
class MoveBlocks implements MovesPerson {
    private final JdbcClient db;

    MoveBlocks(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        for (var sql :
                List.of(
                        "delete from school_blocked a where a.person_id = :absorbed and exists (select 1 from school_blocked b where b.school_id = a.school_id and b.block_id = a.block_id and b.person_id = :kept)",
                        "update school_blocked set person_id = :kept where person_id = :absorbed",
                        "update school_block set made_by = :kept where made_by = :absorbed",
                        "update school_block set lifted_by = :kept where lifted_by = :absorbed"))
            db.sql(sql).param("kept", kept).param("absorbed", absorbed).update();
    }
}
