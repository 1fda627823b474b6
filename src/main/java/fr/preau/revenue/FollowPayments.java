package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import fr.preau.revenue.RevenueFact.PaymentOverdue;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every day, marks titres past their due date, and writes the reminders that the delays call for:
 * one step at a time, each once. A contested titre is left alone: its recovery is suspended.
 */
@Component
class FollowPayments implements RecurringWork {
    private static final String NEXT =
            """
            with next as (
                select o.id, o.agreement_id, a.town_id as town, b.due_cents - b.paid_cents as remaining, d.email, l.level + 1 as level
                  from revenue_order o
                  join revenue_balance b on b.order_id = o.id
                  join agreement a on a.id = o.agreement_id
                  join debtor d on d.id = a.debtor_id
                 cross join lateral (select coalesce(max(v.level), -1) as level, max(v.on_day) filter (where v.level = 1) as first_on from revenue_movement v where v.order_id = o.id and v.level is not null) l
                 where o.state in ('ISSUED', 'PARTLY_PAID') and o.due_on < :today
                   and case l.level when -1 then true
                                    when 0 then o.due_on + :first <= :today
                                    when 1 then greatest(o.due_on + :second, l.first_on + greatest(:second - :first, 1)) <= :today
                                    else false end),
            written as (
                insert into revenue_movement (order_id, agreement_id, kind, on_day, level, words, at)
                select id, agreement_id, case level when 0 then 'OVERDUE' else 'REMINDER' end, :today, level, case when level > 0 and email = '' then :alone else '' end, :now from next order by id
                on conflict (order_id, level) where level is not null do nothing returning order_id, level)
            select n.id, n.town, n.remaining, n.level from next n join written w on w.order_id = n.id and w.level = n.level order by n.id
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final RevenueTerms terms;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    FollowPayments(
            JdbcClient db,
            Walls walls,
            RevenueTerms terms,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "revenue-payments";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    private record Late(long id, long town, long remaining, int level) {}

    @Override
    public void run() {
        walls.as(
                Wall.JOB,
                () ->
                        late().forEach(one ->
                                facts.publishEvent(
                                        new PaymentOverdue(
                                                one.id(),
                                                one.town(),
                                                one.remaining(),
                                                one.level(),
                                                clock.instant()))));
    }

    private List<Late> late() {
        var today = LocalDate.now(clock);
        var held = terms.on(today);
        return db.sql(NEXT)
                .param("today", today)
                .param("first", held.days(RevenueTerm.FIRST_REMINDER_DAYS))
                .param("second", held.days(RevenueTerm.SECOND_REMINDER_DAYS))
                .param("alone", t("revenue.reminder.alone"))
                .param("now", Timestamp.from(clock.instant()))
                .query(Late.class)
                .list();
    }
}
