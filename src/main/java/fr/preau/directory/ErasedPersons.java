package fr.preau.directory;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the directory forgets of somebody: everything, but a row without a name that notes and
 * signatures point to. Without a join key: whoever comes back is somebody new.
 */
@Component
class ErasedPersons implements Erases {
    private static final List<String> LINKS =
            List.of(
                    "class_enrolment where pupil_id",
                    "enrolment where pupil_id",
                    "guardianship where pupil_id",
                    "guardianship where guardian_id",
                    "role where person_id",
                    "teaching where person_id",
                    "affiliation where person_id",
                    "departure where person_id");

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    ErasedPersons(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    for (var link : LINKS)
                        db.sql("delete from " + link + " = any (:persons)")
                                .param("persons", persons)
                                .update();
                    empty(persons);
                });
    }

    /** Whatever is known of a person, today or after the next migration, is emptied. */
    private void empty(long[] persons) {
        db.sql(
                        "update person set first_name = :first, last_name = :last, erased_at = :now, "
                                + String.join(", ", mayBeEmpty())
                                + " where id = any (:persons)")
                .param("first", t("web.erased.first"))
                .param("last", t("web.erased.last"))
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", persons)
                .update();
    }

    private List<String> mayBeEmpty() {
        return db.sql(
                        """
                        select quote_ident(attname) || ' = null' from pg_attribute
                         where attrelid = 'person'::regclass and attnum > 0 and not attnotnull and not attisdropped and attgenerated = ''
                           and attname not in ('departed_at', 'erased_at') order by attnum
                        """)
                .query(String.class)
                .list();
    }
}
