package fr.preau.quality;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.feed.DeliveryImported;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Counts all schools at once, every night and after each delivery; the same state gives the same
 * rows.
 */
@Component
class CountFigures implements RecurringWork {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    CountFigures(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "quality-figures";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(3);
    }

    @ApplicationModuleListener
    void on(DeliveryImported delivery) {
        run();
    }

    @Override
    public void run() {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        merge into quality_figure q using (
                                            select f.school_id, f.figure, count(*)::int as count
                                              from quality_findings((select array_agg(id) from structure where kind = 'SCHOOL' and departed_at is null), :today) f
                                             group by f.school_id, f.figure
                                        ) f on q.school_id = f.school_id and q.figure = f.figure
                                        when matched then update set count = f.count, computed_at = :now
                                        when not matched then insert (school_id, figure, count, computed_at) values (f.school_id, f.figure, f.count, :now)
                                        when not matched by source then delete
                                        """)
                                .param("today", LocalDate.now(clock))
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }
}
