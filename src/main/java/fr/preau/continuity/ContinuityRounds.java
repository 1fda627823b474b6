package fr.preau.continuity;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each school is told what comes, once; of several things that were to be said by now (a work that
 * did not run for a while), the last is told and the others are written as said.
 */
@Component
class ContinuityRounds implements RecurringWork {
    /** So many schools in one transaction: a département at once, the région in some. */
    private static final int AT_ONCE = 500;

    private final JdbcClient db;
    private final Walls walls;
    private final Covers covers;
    private final Standings standings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ContinuityRounds(
            JdbcClient db,
            Walls walls,
            Covers covers,
            Standings standings,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.covers = covers;
        this.standings = standings;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "continuity-rounds";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    private record Due(Cover cover, ContinuityPolicy.Step step) {}

    private record Given(long school, String step, LocalDate aboutOn) {}

    @Override
    public void run() {
        var today = LocalDate.now(clock);
        var all = walls.as(Wall.JOB, () -> covers.all(today));
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            walls.as(Wall.JOB, () -> warn(some, today));
        }
        standings.forget();
    }

    private void warn(List<Cover> schools, LocalDate today) {
        var rules = standings.rules(today);
        var due = new ArrayList<Due>();
        for (var cover : schools)
            for (var step : ContinuityPolicy.due(cover, rules, today))
                due.add(new Due(cover, step));
        if (due.isEmpty()) return;
        var given = new HashSet<>(give(due, today));
        var told = new HashSet<Long>();
        for (var one : due.reversed())
            if (given.contains(given(one)) && told.add(one.cover().school()))
                facts.publishEvent(
                        new ContinuityWarned(
                                one.cover().school(),
                                one.cover().agreement(),
                                one.step().name(),
                                one.step().aboutOn()));
    }

    private static Given given(Due due) {
        return new Given(due.cover().school(), due.step().name(), due.step().aboutOn());
    }

    /** Writes what was not yet said, and returns it. */
    private List<Given> give(List<Due> due, LocalDate today) {
        return db.sql(
                        """
                        insert into continuity_warning (school_id, ends_on, step, about_on, given_on)
                        select d.school, d.ends::date, d.step, d.about::date, :today
                          from unnest(:schools::bigint[], :ends::text[], :steps::text[], :abouts::text[]) d (school, ends, step, about)
                        on conflict do nothing returning school_id as school, step, about_on
                        """)
                .param("today", today)
                .param(
                        "schools",
                        due.stream().map(one -> one.cover().school()).toArray(Long[]::new))
                .param(
                        "ends",
                        due.stream()
                                .map(one -> one.cover().endsOn().toString())
                                .toArray(String[]::new))
                .param("steps", due.stream().map(one -> one.step().name()).toArray(String[]::new))
                .param(
                        "abouts",
                        due.stream()
                                .map(one -> one.step().aboutOn().toString())
                                .toArray(String[]::new))
                .query(Given.class)
                .list();
    }
}
