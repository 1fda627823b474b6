package fr.preau.sheets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a sheet is for: a guardian, with the children of the class that it concerns, or a
 * member of the staff.
 *
 * @param child the first of those children, else 0: sheets for the two households of a child are
 *     printed together
 */
public record Holder(
        long account,
        String firstName,
        String lastName,
        String login,
        String state,
        @Nullable Instant lastCame,
        @Nullable String children,
        long child) {
    /**
     * Has chosen a password, or comes by another door: is told how to come back, not how to open.
     */
    public boolean isActive() {
        return state.equals("ACTIVE");
    }

    public String name() {
        return firstName + " " + lastName;
    }
}
