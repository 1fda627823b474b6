package fr.preau.agreements;

import fr.preau.web.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The name that a signature bears. */
@Component
class Signatories {
    private final JdbcClient db;

    Signatories(JdbcClient db) {
        this.db = db;
    }

    /** Whether the convention names this person, however the name is accented. */
    boolean isNamed(Actor actor, Agreement agreement) {
        return db.sql("select plain(:one) = plain(:other)")
                .param("one", name(actor))
                .param("other", agreement.signatoryName())
                .query(Boolean.class)
                .single();
    }

    String name(Actor actor) {
        return db.sql("select first_name || ' ' || last_name from person where id = :person")
                .param("person", actor.person())
                .query(String.class)
                .single();
    }
}
