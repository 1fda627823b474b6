package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an erased person received goes; what they wrote stays with those who received it, without
 * their name, and goes when nobody has it any more. Before the directory forgets their names, which
 * are looked for in what others wrote.
 */
@Component
@Order(1)
class ErasedMessages implements Erases {
    /** The boxes of these persons; each of the three has its index. */
    private static final String RECEIVED =
            """
            (b.person_id = any (:persons) and b.trashed_at is null and b.folder_id is null
             or b.person_id = any (:persons) and b.trashed_at is not null
             or b.person_id = any (:persons) and b.folder_id is not null)
            """;

    /** Whose author is erased, and which nobody has but these persons. */
    private static final String NOBODYS =
            """
            (select m.school_id, m.id from (
                    select b.school_id, b.message_id as id from message_box b where %s
                    union
                    select o.school_id, o.id from message o where o.author_id = any (:persons)) t
               join message m on m.school_id = t.school_id and m.id = t.id
               join person a on a.id = m.author_id
              where (a.id = any (:persons) or a.erased_at is not null) and not exists (
                    select 1 from message_box b where b.school_id = m.school_id and b.message_id = m.id and b.person_id <> all (:persons)))
            """
                    .formatted(RECEIVED);

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
                    named(persons);
                    authors(persons);
                    forgotten(persons);
                    received(persons);
                    run("delete from message_folder where person_id = any (:persons)", persons);
                    run("delete from message_signature where person_id = any (:persons)", persons);
                    // Why they were stopped is about them; what they stopped goes on.
                    run(
                            "delete from message_stop where kind = 'PERSON' and target_id = any (:persons)",
                            persons);
                });
    }

    /** Colleagues are named to each other: see {@link Chosen#isNamedToAll}. */
    private void named(long[] persons) {
        run(
                """
                update message m set audience = (
                       select string_agg(case when one = any (w.names) then :nobody else one end, ', ' order by n)
                         from unnest(string_to_array(m.audience, ', ')) with ordinality a (one, n))
                  from (select b.school_id, b.message_id, array_agg(p.first_name || ' ' || p.last_name) as names
                          from message_box b join person p on p.id = b.person_id
                         where b.profile not in ('GUARDIAN', 'PUPIL') and %s group by b.school_id, b.message_id) w
                 where m.school_id = w.school_id and m.id = w.message_id and string_to_array(m.audience, ', ') && w.names
                """
                        .formatted(RECEIVED),
                persons);
    }

    private void authors(long[] persons) {
        run(
                "update message set author_name = :nobody, feedback = null where author_id = any (:persons)",
                persons);
    }

    /** The words, and what came with them. */
    private void forgotten(long[] persons) {
        run(
                "delete from message_file f using "
                        + NOBODYS
                        + " w where f.school_id = w.school_id and f.message_id = w.id",
                persons);
        run(
                "update message m set audience = '', subject = '', body = '' from "
                        + NOBODYS
                        + " w where m.school_id = w.school_id and m.id = w.id",
                persons);
    }

    private void received(long[] persons) {
        run("delete from message_box b where " + RECEIVED, persons);
        run(
                """
                update message_box b set pupils = array(select p from unnest(b.pupils) p where p <> all (:persons))
                 where exists (select 1 from person where id = any (:persons) and kind = 'PUPIL') and b.pupils && :persons
                """,
                persons);
    }

    private void run(String sql, long[] persons) {
        db.sql(sql).param("persons", persons).param("nobody", Erases.name()).update();
    }
}
