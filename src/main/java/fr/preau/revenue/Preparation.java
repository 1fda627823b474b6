package fr.preau.revenue;

import static fr.preau.revenue.RevenueFact.*;

import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From signed conventions to requests that have left for accounting. */
@Component
class Preparation {
    /**
     * A convention that was terminated is asked for like the others: what is due stays due (article
     * 11). What was learnt of a debtor's commitment number holds for its next titre.
     */
    private static final String PREPARE =
            """
            with fresh as (
                insert into revenue_order (agreement_id, corrects_id, school_year, department_id, region_id, agreement_reference, debtor_name, siret, street, postal_code, city,
                                           chorus_service, commitment_number, commitment_required, town_signed_on, region_signed_on, total_cents, prepared_at)
                select a.id, cast(:corrects as bigint), a.school_year, a.department_id, a.region_id, a.reference, a.debtor_name, a.siret, a.street, a.postal_code, a.city,
                       a.chorus_service, a.commitment_number,
                       coalesce((select p.commitment_required from revenue_order p join agreement pa on pa.id = p.agreement_id where pa.debtor_id = a.debtor_id order by p.id desc limit 1), a.chorus_service <> ''),
                       a.town_signed_on, a.region_signed_on, a.amount_cents, :now
                  from agreement a
                 where a.state in ('SIGNED', 'TERMINATED') and a.amount_cents > 0 and %s
                 order by a.id
                on conflict (agreement_id) where state <> 'CANCELLED' do nothing
                returning id, agreement_id),
            line as (
                insert into revenue_line (order_id, agreement_id, uai, label, cents)
                select f.id, f.agreement_id, s.uai, s.label, a.rate_cents
                  from fresh f join agreement a on a.id = f.agreement_id join agreement_school s on s.agreement_id = f.agreement_id)
            select id from fresh
            """;

    private final JdbcClient db;
    private final RevenueOrders orders;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Preparation(JdbcClient db, RevenueOrders orders, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
    }

    RevenueOrdersPage.Waiting waiting(int year) {
        return db.sql(
                        """
                        select count(*)::int as signed, count(*) filter (where o.id is null)::int as missing, count(*) filter (where o.state = 'PREPARED')::int as prepared
                          from agreement a
                          left join lateral (select r.id, r.state from revenue_order r where r.agreement_id = a.id order by r.id desc limit 1) o on true
                         where a.school_year = :year and a.state in ('SIGNED', 'TERMINATED')
                        """)
                .param("year", year)
                .query(RevenueOrdersPage.Waiting.class)
                .single();
    }

    /** Returns how many were prepared; conventions that have had one are left alone. */
    int prepare(Actor actor, int year) {
        var made =
                db.sql(
                                PREPARE.formatted(
                                        "a.school_year = :year and not exists (select 1 from revenue_order o where o.agreement_id = a.id)"))
                        .param("corrects", null)
                        .param("year", year)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .list()
                        .size();
        if (made > 0)
            facts.publishEvent(
                    new RevenueOrdersPrepared(
                            year, made, actor.account(), actor.person(), clock.instant()));
        return made;
    }

    /** A new request for the convention of a cancelled one; returns its number. */
    long correct(Actor actor, RevenueOrder cancelled) {
        var fresh =
                db.sql(PREPARE.formatted("a.id = :agreement"))
                        .param("corrects", cancelled.id())
                        .param("agreement", cancelled.agreementId())
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .single();
        facts.publishEvent(
                new RevenueCorrected(
                        fresh, cancelled.id(), actor.account(), actor.person(), clock.instant()));
        return fresh;
    }

    /** The codes that Chorus Pro asks for, as long as nothing has left. */
    void complete(Actor actor, RevenueOrder order, DetailsForm form) {
        db.sql(
                        "update revenue_order set chorus_service = :service, commitment_number = :commitment, commitment_required = :required where id = :id")
                .param("service", form.chorusService())
                .param("commitment", form.commitmentNumber())
                .param("required", form.isRequired())
                .param("id", order.id())
                .update();
        facts.publishEvent(
                new RevenueDetailsChanged(
                        order.id(), actor.account(), actor.person(), clock.instant()));
    }

    /** What a sending did: those that left, those that lack something and wait. */
    record Sent(int left, int held) {}

    Sent send(Actor actor, int year, String officer) {
        var waiting = orders.prepared(year);
        var ready =
                waiting.stream()
                        .filter(order -> RevenuePolicy.lacks(order, officer).isEmpty())
                        .map(RevenueOrder::id)
                        .toList();
        if (!ready.isEmpty()) leave(ready);
        if (!ready.isEmpty())
            facts.publishEvent(
                    new RevenueOrdersSent(
                            year, ready.size(), actor.account(), actor.person(), clock.instant()));
        return new Sent(ready.size(), waiting.size() - ready.size());
    }

    private void leave(List<Long> ready) {
        db.sql(
                        """
                        with gone as (update revenue_order set state = 'SENT', sent_on = :today where id = any (:ready) and state = 'PREPARED' returning id, agreement_id)
                        insert into revenue_movement (order_id, agreement_id, kind, on_day, at) select id, agreement_id, 'SENT', :today, :now from gone order by id
                        """)
                .param("today", LocalDate.now(clock))
                .param("ready", ready.toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** One alone; whoever asks has looked at what it lacks. */
    void send(Actor actor, RevenueOrder order) {
        leave(List.of(order.id()));
        facts.publishEvent(
                new RevenueOrdersSent(
                        order.year(), 1, actor.account(), actor.person(), clock.instant()));
    }
}
