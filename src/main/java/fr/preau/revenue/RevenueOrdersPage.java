package fr.preau.revenue;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import fr.preau.revenue.RevenuePolicy.Lack;
import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The titres of a school year: what is owed in all, then one by one.
 *
 * @param waiting what is still to be prepared or sent; null for whoever only reads
 * @param officer who signs for the région; empty when nobody has said so
 * @param did what has just been done, in one sentence; empty when nothing
 */
public record RevenueOrdersPage(
        OrderFilter filter,
        List<Integer> years,
        List<Department> departments,
        List<Total> totals,
        List<RevenueOrder> found,
        @Nullable Waiting waiting,
        String officer,
        LocalDate today,
        String did)
        implements Page {
    /** Signed conventions of a year: all, those without a titre, requests that have not left. */
    public record Waiting(int signed, int missing, int prepared) {}

    public record Department(long id, String name) {}

    /** All the titres of a state. */
    public record Total(OrderState state, long orders, long dueCents, long paidCents) {
        public String due() {
            return Money.of(dueCents);
        }

        public String paid() {
            return Money.of(paidCents);
        }

        public String remaining() {
            return Money.of(Math.max(0, dueCents - paidCents));
        }
    }

    /** What has just been done, as an address carries it: numbers, and nothing else. */
    public record Did(
            @Nullable Integer made,
            @Nullable Integer kept,
            @Nullable Integer left,
            @Nullable Integer held) {
        String sentence() {
            if (made != null) return count("revenue.made", made) + after("revenue.kept", kept);
            return left == null ? "" : count("revenue.left", left) + after("revenue.held", held);
        }

        private static String after(String key, @Nullable Integer n) {
            if (n == null || n == 0) return "";
            return " " + t(n > 1 ? key + ".many" : key + ".one", n);
        }
    }

    @Override
    public String title() {
        return t("revenue.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    public boolean leads() {
        return waiting != null;
    }

    public List<Total> sorted() {
        return totals.stream().sorted(Comparator.comparing(Total::state)).toList();
    }

    public Total sum() {
        return new Total(
                OrderState.ISSUED,
                totals.stream().mapToLong(Total::orders).sum(),
                totals.stream().mapToLong(Total::dueCents).sum(),
                totals.stream().mapToLong(Total::paidCents).sum());
    }

    public List<RevenueOrder> orders() {
        return found.size() > RevenueOrders.PAGE ? found.subList(0, RevenueOrders.PAGE) : found;
    }

    /** The address of what follows; null when nothing does. */
    public @Nullable String next() {
        return found.size() > RevenueOrders.PAGE
                ? "/revenue-orders" + filter.query() + "&after=" + orders().getLast().id()
                : null;
    }

    public Set<Lack> lacks(RevenueOrder order) {
        return leads() && order.state() == OrderState.PREPARED
                ? RevenuePolicy.lacks(order, officer)
                : Set.of();
    }

    public OrderState[] states() {
        return OrderState.values();
    }

    public String day(@Nullable LocalDate day) {
        return Written.day(day);
    }

    public boolean isWanted(OrderState state) {
        return state == filter.wanted();
    }

    public boolean isUnpaid() {
        return filter.owed();
    }
}
