package fr.preau.sheets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a sheet is for: a guardian, with the children of the class that it concerns, or a
 * member of the staff.
 *
 * @param child the first of those children, else 0: sheets for the two households of a child are
 *     printed together
 * @param works of a family, but somebody who also works in a school or an office: their account
 *     opens more than the class may give
 */
public record Holder(
        long account,
        String firstName,
        String lastName,
        String login,
        String state,
        @Nullable Instant lastCame,
        @Nullable String children,
        long child,
        boolean works) {
    /**
     * Has chosen a password, or comes by another door: is told how to come back, not how to open.
     */
    public boolean isActive() {
        return state.equals("ACTIVE");
    }

    /** Whether a code of these sheets is for them. */
    public boolean isGivenTo() {
        return !works;
    }

    Holder working() {
        return new Holder(
                account, firstName, lastName, login, state, lastCame, children, child, true);
    }

    public String name() {
        return firstName + " " + lastName;
    }
}
