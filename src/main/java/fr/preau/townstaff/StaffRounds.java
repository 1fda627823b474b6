package fr.preau.townstaff;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every year each town is asked who is still there, and asked again; the access of those who were
 * not confirmed ends, as that of those whose last day has passed.
 */
@Component
class StaffRounds implements RecurringWork {
    /** Accepted before the campaign, not confirmed since. */
    private static final String UNCONFIRMED =
            """
             c.state = 'ACCEPTED' and c.decided_at < :from::date::timestamp at time zone 'Europe/Paris' and coalesce(c.confirmed_on, '-infinity') < :from
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final TownConventions conventions;
    private final StaffAccess access;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    StaffRounds(
            JdbcClient db,
            Walls walls,
            TownConventions conventions,
            StaffAccess access,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.conventions = conventions;
        this.access = access;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "town-staff-rounds";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    private record Moved(
            long id, long person, long town, String email, LocalDate untilOn, String cause) {}

    @Override
    public void run() {
        walls.as(
                Wall.JOB,
                () -> {
                    var campaign = conventions.campaign();
                    if (campaign.isOpen(today())) carryOn(campaign);
                    if (campaign.isOpen(today())) tell(campaign, "told_on", false);
                    if (campaign.isOpen(today()) && !today().isBefore(campaign.tellAgainOn()))
                        tell(campaign, "told_again_on", true);
                    end(campaign);
                });
    }

    /** Under the next convention, those who were there until the last stay while it is asked. */
    private void carryOn(StaffPolicy.Campaign campaign) {
        var carried =
                moved(
                        """
                        update town_staff c set until_on = :to
                         where c.follows and c.until_on < :to and c.until_on >= cast(:from as date) - 1 and %s
                           and exists (select 1 from agreement g where g.town_id = c.town_id and g.state = 'SIGNED' and g.effect_on <= :today and g.ends_on >= :to)
                        returning c.id, c.person_id as person, c.town_id as town, c.email, c.until_on, '' as cause
                        """
                                .formatted(UNCONFIRMED),
                        campaign);
        for (var one : carried) access.prolong(one.person(), one.town(), one.untilOn());
    }

    private void tell(StaffPolicy.Campaign campaign, String when, boolean again) {
        var towns =
                db.sql(
                                """
                                with told as (update town_staff c set %1$s = :today where %2$s and coalesce(c.%1$s, '-infinity') < :from and c.until_on >= :today returning c.town_id)
                                select distinct town_id from told
                                """
                                        .formatted(when, UNCONFIRMED))
                        .param("today", today())
                        .param("from", campaign.from())
                        .query(Long.class)
                        .list();
        for (var town : towns)
            facts.publishEvent(new StaffFact.StaffToConfirm(town, campaign.to(), again));
    }

    private void end(StaffPolicy.Campaign campaign) {
        var ended =
                moved(
                        """
                        update town_staff c set state = 'ENDED', ended_on = :today, end_cause = case when c.until_on < :today and c.until_on <> :to then 'TIME' else 'UNCONFIRMED' end
                         where c.state = 'ACCEPTED' and (c.until_on < :today or :today > :to and %s)
                        returning c.id, c.person_id as person, c.town_id as town, c.email, c.until_on, c.end_cause as cause
                        """
                                .formatted(UNCONFIRMED),
                        campaign);
        for (var one : ended) {
            access.end(one.person(), one.town(), one.email());
            facts.publishEvent(new StaffFact.StaffEnded(one.id(), one.cause(), null, null));
        }
    }

    private List<Moved> moved(String sql, StaffPolicy.Campaign campaign) {
        return db.sql(sql)
                .param("today", today())
                .param("from", campaign.from())
                .param("to", campaign.to())
                .query(Moved.class)
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
