package fr.preau.revenue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which titres a list or a file holds, as an address carries it.
 *
 * @param year in which the school year begins; null for the one under way
 * @param after the number of the one after which the page goes on
 */
public record OrderFilter(
        @Nullable Integer year,
        @Nullable String state,
        @Nullable Long department,
        @Nullable Boolean unpaid,
        @Nullable Long after) {
    /** Null for all. */
    @Nullable OrderState wanted() {
        return Arrays.stream(OrderState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
    }

    boolean owed() {
        return Boolean.TRUE.equals(unpaid);
    }

    OrderFilter of(int chosen) {
        return new OrderFilter(chosen, state, department, unpaid, after);
    }

    /** The same list, from its beginning, as the end of an address. */
    public String query() {
        return "?year="
                + year
                + (wanted() == null ? "" : "&state=" + wanted())
                + (department == null ? "" : "&department=" + department)
                + (owed() ? "&unpaid=true" : "");
    }
}
