package fr.preau.revenue;

import fr.preau.agreements.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says on paper.
 *
 * @param words its amount in words
 * @param day when it left, or today
 */
public record RequestSheet(
        RevenueOrder order, List<RevenueLine> lines, TermsOfDay terms, String words, String day) {
    public String total() {
        return Money.exact(order.totalCents()) + "\u00a0€";
    }

    public String amount(RevenueLine line) {
        return Money.exact(line.cents()) + "\u00a0€";
    }

    public String day(@Nullable LocalDate day) {
        return Written.day(day);
    }

    public String term(RevenueTerm term) {
        return terms.of(term);
    }
}
