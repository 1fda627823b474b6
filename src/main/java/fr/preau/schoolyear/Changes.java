package fr.preau.schoolyear;

import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of year of a school: at most one is being rehearsed. */
@Component
class Changes {
    private static final String SELECT =
            "select school_id as school, id, year, state, shown, applied_at, undo_until from year_change where school_id = :school ";

    private final JdbcClient db;
    private final Clock clock;

    Changes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The newest that counts. */
    Optional<Change> last(long school) {
        return db.sql(SELECT + "and state <> 'ABANDONED' order by id desc limit 1")
                .param("school", school)
                .query(Change.class)
                .optional();
    }

    /**
     * The same, and nobody else changes it before we have done: whoever comes second sees what the
     * first has made of it.
     */
    Optional<Change> lastLocked(long school) {
        return db.sql(SELECT + "and state <> 'ABANDONED' order by id desc limit 1 for update")
                .param("school", school)
                .query(Change.class)
                .optional();
    }

    /** A second rehearsal opened at the same moment waits here, then finds the first. */
    boolean open(Actor actor, long school, int year) {
        return db.sql(
                                """
                                insert into year_change (school_id, year, state, opened_at, opened_by) values (:school, :year, 'REHEARSAL', :now, :person)
                                on conflict do nothing
                                """)
                        .param("school", school)
                        .param("year", year)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", actor.person())
                        .update()
                == 1;
    }

    void resume(Change change) {
        db.sql(
                        "update year_change set state = 'REHEARSAL', shown = 'NOBODY' where school_id = :school and id = :change")
                .param("school", change.school())
                .param("change", change.id())
                .update();
    }

    void abandon(Change change) {
        db.sql(
                        "update year_change set state = 'ABANDONED', shown = 'NOBODY' where school_id = :school and id = :change")
                .param("school", change.school())
                .param("change", change.id())
                .update();
    }

    void show(Change change, Change.Shown to) {
        db.sql("update year_change set shown = :to where school_id = :school and id = :change")
                .param("to", to.name())
                .param("school", change.school())
                .param("change", change.id())
                .update();
    }
}
