package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of accounting with what becomes of it.
 *
 * @param order the number of the titre that it names; null when there is none
 * @param said the sentence that explains it
 */
public record Judged(Answer answer, @Nullable Long order, Outcome outcome, String said) {
    static Judged of(Answer answer, @Nullable RevenueOrder order, Outcome outcome) {
        return new Judged(
                answer, order == null ? null : order.id(), outcome, say(answer, order, outcome));
    }

    private static String say(Answer answer, @Nullable RevenueOrder order, Outcome outcome) {
        var paid = Amount.read(answer.paid()).orElse(0L);
        return t(
                "revenue.outcome." + outcome,
                Money.exact(paid) + "\u00a0€",
                order == null ? "" : Money.exact(order.remainingCents()) + "\u00a0€",
                answer.number(),
                answer.reference(),
                answer.issuedOn(),
                answer.paidOn(),
                answer.paid());
    }

    public @Nullable String path() {
        return order == null ? null : "/revenue-orders/" + order;
    }
}
