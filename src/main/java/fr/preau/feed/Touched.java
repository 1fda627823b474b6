package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose places in schools must be derived anew: a change of what they follow from remembers whom it
 * touched. In an academy that was empty, everybody is, and nothing needs remembering.
 */
@Component
final class Touched {
    /** With the adults who answer for the pupils among them. */
    private static final String THOSE =
            """
            select id from touched
            union select g.guardian_id from touched t join guardianship g on g.pupil_id = t.id
            """;

    private final JdbcClient db;

    Touched(JdbcClient db) {
        this.db = db;
    }

    /**
     * Runs the change and answers how many rows it wrote; {@code person} is its returned column.
     */
    long by(boolean fresh, String change, String person) {
        if (fresh) return db.sql(change).update();
        return db.sql(
                        "with did as ("
                                + change
                                + " returning "
                                + person
                                + " as id), kept as (insert into touched select id from did) select count(*) from did")
                .query(Long.class)
                .single();
    }

    /** Whether nobody of this academy is in the directory yet. */
    boolean isFresh(Academy academy) {
        return !db.sql("select exists (select 1 from person where academy = :academy)")
                .param("academy", academy.code)
                .query(Boolean.class)
                .single();
    }

    static String all(boolean fresh) {
        return fresh ? "select id from landed" : THOSE;
    }
}
