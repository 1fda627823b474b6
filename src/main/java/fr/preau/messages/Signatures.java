package fr.preau.messages;

import fr.preau.web.Actor;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody ends their messages with. */
@Component
class Signatures {
    static final int LONGEST = 300;

    private final JdbcClient db;

    Signatures(JdbcClient db) {
        this.db = db;
    }

    Optional<String> of(Actor actor) {
        return db.sql("select words from message_signature where person_id = :person")
                .param("person", actor.person())
                .query(String.class)
                .optional();
    }

    /** Nothing removes it. */
    void set(Actor actor, String words) {
        if (words.isBlank())
            db.sql("delete from message_signature where person_id = :person")
                    .param("person", actor.person())
                    .update();
        else
            db.sql(
                            """
                            insert into message_signature (person_id, words) values (:person, :words)
                            on conflict (person_id) do update set words = excluded.words
                            """)
                    .param("person", actor.person())
                    .param("words", words)
                    .update();
    }
}
