package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an erased person received goes; what they wrote stays with those who received it, without
 * their name, and goes when nobody has it any more.
 */
@Component
class ErasedMessages implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedMessages(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () -> {
                    run("delete from message_box where person_id = any (:persons)", persons);
                    run(
                            """
                            update message_box b set pupils = array(select p from unnest(b.pupils) p where p <> all (:persons)) where b.pupils && :persons
                            """,
                            persons);
                    run("delete from message_folder where person_id = any (:persons)", persons);
                    run("delete from message_signature where person_id = any (:persons)", persons);
                    authors(persons);
                    // Nobody has the words any more: nor what came with them.
                    run(
                            """
                            delete from message_file a using message m
                             where m.school_id = a.school_id and m.id = a.message_id and m.author_id = any (:persons) and not exists (
                                select 1 from message_box b where b.school_id = m.school_id and b.message_id = m.id)
                            """,
                            persons);
                });
    }

    private void authors(long[] persons) {
        db.sql(
                        """
                        update message m set author_name = :nobody, audience = case when kept then audience else '' end,
                               subject = case when kept then subject else '' end, body = case when kept then body else '' end, feedback = null
                          from (select o.school_id, o.id, exists (
                                    select 1 from message_box b where b.school_id = o.school_id and b.message_id = o.id) as kept
                                  from message o where o.author_id = any (:persons)) w
                         where m.school_id = w.school_id and m.id = w.id
                        """)
                .param("nobody", Erases.name())
                .param("persons", persons)
                .update();
    }

    private void run(String sql, long[] persons) {
        db.sql(sql).param("persons", persons).update();
    }
}
