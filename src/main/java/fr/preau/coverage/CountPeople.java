package fr.preau.coverage;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the people of all schools at once; the same state gives the same rows. */
@Component
public class CountPeople implements RecurringWork {
    private static final Duration ACTIVE = Duration.ofDays(30);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    CountPeople(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "coverage-counts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    /**
     * An adult with two profiles in a school is one; an account opens only once it is activated.
     */
    @Override
    public void run() {
        walls.as(
                Wall.JOB,
                () -> {
                    db.sql(
                                    """
                                    merge into coverage_count c using (
                                        select f.school_id, count(*) filter (where pupil) as pupils, count(*) filter (where pupil and t.state = 'ACTIVE') as pupils_with_account,
                                               count(*) filter (where pupil and t.last_sign_in_at >= :since) as pupils_active, count(*) filter (where not pupil) as adults,
                                               count(*) filter (where not pupil and t.state = 'ACTIVE') as adults_with_account,
                                               count(*) filter (where not pupil and t.last_sign_in_at >= :since) as adults_active
                                          from (select school_id, person_id, bool_or(profile = 'PUPIL') as pupil from affiliation group by 1, 2) f
                                          left join account_person ap on ap.person_id = f.person_id left join account t on t.id = ap.account_id
                                         group by f.school_id
                                    ) n on c.school_id = n.school_id
                                    when matched then update set pupils = n.pupils, pupils_with_account = n.pupils_with_account, pupils_active = n.pupils_active, adults = n.adults,
                                         adults_with_account = n.adults_with_account, adults_active = n.adults_active, counted_at = :now
                                    when not matched then insert (school_id, pupils, pupils_with_account, pupils_active, adults, adults_with_account, adults_active, counted_at)
                                         values (n.school_id, n.pupils, n.pupils_with_account, n.pupils_active, n.adults, n.adults_with_account, n.adults_active, :now)
                                    when not matched by source then delete
                                    """)
                            .param("since", Timestamp.from(clock.instant().minus(ACTIVE)))
                            .param("now", Timestamp.from(clock.instant()))
                            .update();
                });
    }
}
