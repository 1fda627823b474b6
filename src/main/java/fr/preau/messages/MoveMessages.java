package fr.preau.messages;

import fr.preau.directory.MovesPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages written and received follow somebody whose two rows become one; what both received is
 * one.
 */
@Component
class MoveMessages implements MovesPerson {
    /** The boxes of the one who goes; each of the three has its index. */
    private static final String RECEIVED =
            """
            (o.person_id = :absorbed and o.trashed_at is null and o.folder_id is null
             or o.person_id = :absorbed and o.trashed_at is not null
             or o.person_id = :absorbed and o.folder_id is not null)
            """;

    private final JdbcClient db;

    MoveMessages(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        written(kept, absorbed);
        run("update message set reviewed_by = :kept where reviewed_by = :absorbed", kept, absorbed);
        // Boxes are many and not to be found by their children: looked through for a child only.
        run(
                """
                update message_box set pupils = array_replace(pupils, :absorbed, :kept)
                 where (select kind = 'PUPIL' from person where id = :absorbed) and :absorbed = any (pupils)
                """,
                kept,
                absorbed);
        run("update message_stop set made_by = :kept where made_by = :absorbed", kept, absorbed);
        run(
                "update message_stop set lifted_by = :kept where lifted_by = :absorbed",
                kept,
                absorbed);
        run(
                "update message_stop set target_id = :kept where kind = 'PERSON' and target_id = :absorbed",
                kept,
                absorbed);
        received(kept, absorbed);
        filed(kept, absorbed);
    }

    /** The boxes are found by their messages, which are found by their author. */
    private void written(long kept, long absorbed) {
        run(
                """
                update message_box b set author_id = :kept from message m
                 where m.author_id = :absorbed and b.school_id = m.school_id and b.message_id = m.id
                """,
                kept,
                absorbed);
        run("update message set author_id = :kept where author_id = :absorbed", kept, absorbed);
    }

    private void received(long kept, long absorbed) {
        run(
                """
                update message_box b set read_at = least(b.read_at, o.read_at), pupils = array(select distinct unnest(b.pupils || o.pupils) order by 1)
                  from message_box o where b.person_id = :kept and o.school_id = b.school_id and o.message_id = b.message_id and %s
                """
                        .formatted(RECEIVED),
                kept,
                absorbed);
        run(
                """
                delete from message_box o where %s and exists (
                    select 1 from message_box b where b.person_id = :kept and b.school_id = o.school_id and b.message_id = o.message_id)
                """
                        .formatted(RECEIVED),
                kept,
                absorbed);
        run("update message_box o set person_id = :kept where " + RECEIVED, kept, absorbed);
    }

    /** Two folders of one name become one; of two signatures the one who stays keeps theirs. */
    private void filed(long kept, long absorbed) {
        run(
                """
                update message_box b set folder_id = k.id from message_folder a join message_folder k on k.name = a.name and k.person_id = :kept
                 where a.person_id = :absorbed and b.folder_id = a.id
                """,
                kept,
                absorbed);
        run(
                """
                delete from message_folder a where a.person_id = :absorbed and exists (
                    select 1 from message_folder k where k.person_id = :kept and k.name = a.name)
                """,
                kept,
                absorbed);
        run(
                "update message_folder set person_id = :kept where person_id = :absorbed",
                kept,
                absorbed);
        run(
                """
                delete from message_signature a where a.person_id = :absorbed and exists (select 1 from message_signature k where k.person_id = :kept)
                """,
                kept,
                absorbed);
        run(
                "update message_signature set person_id = :kept where person_id = :absorbed",
                kept,
                absorbed);
    }

    private void run(String sql, long kept, long absorbed) {
        db.sql(sql).param("kept", kept).param("absorbed", absorbed).update();
    }
}
