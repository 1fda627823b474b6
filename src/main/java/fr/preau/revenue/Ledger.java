package fr.preau.revenue;

import fr.preau.revenue.RevenueFact.RevenueMovementWritten;
import fr.preau.revenue.RevenuePolicy.Act;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what happens to a titre; its state follows from what is written. */
@Component
class Ledger {
    private final JdbcClient db;
    private final RevenueTerms terms;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Ledger(JdbcClient db, RevenueTerms terms, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    /** The order is locked, the policy allows the act, the form is right. */
    void carryOut(Actor actor, Act act, RevenueOrder order, ActForm form) {
        switch (act) {
            case ISSUE -> issue(actor, order, form);
            case PAYMENT -> write(actor, order, Movement.Kind.PAYMENT, form, form.cents());
            case REDUCTION -> write(actor, order, Movement.Kind.COUNTER_ENTRY, form, -form.cents());
            case REFUND -> write(actor, order, Movement.Kind.REFUND, form, -form.cents());
            case CONTEST -> write(actor, order, Movement.Kind.CONTESTED, form, 0);
            case DECISION ->
                    write(
                            actor,
                            order,
                            form.isAccepted()
                                    ? Movement.Kind.CONTEST_ACCEPTED
                                    : Movement.Kind.CONTEST_REJECTED,
                            form,
                            0);
            case REMINDER -> write(actor, order, Movement.Kind.REMINDER, form, 0);
            default -> throw new IllegalArgumentException(act + " writes no movement");
        }
    }

    private void issue(Actor actor, RevenueOrder order, ActForm form) {
        var due = form.due();
        db.sql(
                        "update revenue_order set number = :number, issued_on = :on, due_on = :due where id = :id")
                .param("number", form.number())
                .param("on", form.on())
                .param("due", due == null ? dueOn(form.on()) : due)
                .param("id", order.id())
                .update();
        write(actor, order, Movement.Kind.ISSUED, form, 0);
    }

    /** The due date of a titre of this day, when accounting says no other. */
    LocalDate dueOn(LocalDate issued) {
        return issued.plusDays(terms.on(issued).days(RevenueTerm.DUE_DAYS));
    }

    private void write(
            Actor actor, RevenueOrder order, Movement.Kind kind, ActForm form, long cents) {
        var movement =
                db.sql(
                                """
                                insert into revenue_movement (order_id, agreement_id, kind, on_day, cents, reference, words, at)
                                values (:order, :agreement, :kind, :on, :cents, :reference, :words, :now) returning id
                                """)
                        .param("order", order.id())
                        .param("agreement", order.agreementId())
                        .param("kind", kind.name())
                        .param("on", form.on())
                        .param("cents", cents)
                        .param("reference", form.number())
                        .param("words", form.words())
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .single();
        restate(List.of(order.id()));
        facts.publishEvent(
                new RevenueMovementWritten(
                        order.id(),
                        kind,
                        cents,
                        movement,
                        actor.account(),
                        actor.person(),
                        clock.instant()));
    }

    /** A number belongs to one titre. */
    boolean isTaken(String number) {
        return db.sql("select exists (select 1 from revenue_order where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** The states of these, from their movements. */
    void restate(List<Long> orders) {
        db.sql(
                        """
                        update revenue_order o set state = revenue_state(b.due_cents, b.paid_cents, b.contested, o.number, o.sent_on)
                          from revenue_balance b where b.order_id = o.id and o.id = any (:orders)
                        """)
                .param("orders", orders.toArray(Long[]::new))
                .update();
    }
}
