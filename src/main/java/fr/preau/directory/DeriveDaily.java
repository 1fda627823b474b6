package fr.preau.directory;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A time-boxed role begins and ends by itself, and so does a seat whose last day the feed has said:
 * what follows from them is derived anew each day.
 */
@Component
class DeriveDaily implements RecurringWork {
    private final Derivation derivation;
    private final Walls walls;
    private final JdbcClient db;
    private final Clock clock;

    DeriveDaily(Derivation derivation, Walls walls, JdbcClient db, Clock clock) {
        this.derivation = derivation;
        this.walls = walls;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "directory-derivation";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var left = leave();
                    if (!left.isEmpty()) derivation.deriveSchools(left);
                    derivation.deriveDated();
                });
    }

    /** Answers the schools where somebody has left a class or a group. */
    private List<Long> leave() {
        return db
                .sql("delete from class_enrolment where leaves_on <= :today returning school_id")
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
