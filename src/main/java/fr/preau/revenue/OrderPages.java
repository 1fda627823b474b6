package fr.preau.revenue;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.AgreementPolicy;
import fr.preau.agreements.Agreements;
import fr.preau.revenue.RevenuePolicy.Act;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a titre shows. */
@Component
class OrderPages {
    private final RevenueOrders orders;
    private final Agreements agreements;
    private final RevenueTerms terms;
    private final Clock clock;

    OrderPages(RevenueOrders orders, Agreements agreements, RevenueTerms terms, Clock clock) {
        this.orders = orders;
        this.agreements = agreements;
        this.terms = terms;
        this.clock = clock;
    }

    OrderPage of(Actor actor, RevenueOrder order) {
        return of(
                actor,
                order,
                null,
                ActForm.fresh(today(), order),
                DetailsForm.of(order),
                new Problems());
    }

    OrderPage refused(Actor actor, RevenueOrder order, Act act, ActForm form, Problems problems) {
        return of(actor, order, act, form, DetailsForm.of(order), problems);
    }

    OrderPage refused(Actor actor, RevenueOrder order, DetailsForm details, Problems problems) {
        return of(actor, order, Act.DETAILS, ActForm.fresh(today(), order), details, problems);
    }

    private OrderPage of(
            Actor actor,
            RevenueOrder order,
            @Nullable Act act,
            ActForm form,
            DetailsForm details,
            Problems problems) {
        return new OrderPage(
                order,
                agreement(actor, order),
                orders.lines(order),
                orders.movements(order),
                terms.on(said(order)),
                AgreementPolicy.leads(actor),
                actor.profile() == Profile.TOWN,
                isFollowed(order),
                today(),
                act,
                form,
                details,
                problems);
    }

    Agreement agreement(Actor actor, RevenueOrder order) {
        return agreements.find(actor, order.agreementId()).orElseThrow(NotFound::new);
    }

    boolean isFollowed(RevenueOrder order) {
        return order.state() == OrderState.CANCELLED && orders.isFollowed(order);
    }

    /** What it says is what held when it left. */
    LocalDate said(RevenueOrder order) {
        return order.sentOn() == null ? today() : order.sentOn();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
