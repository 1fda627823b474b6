package fr.preau.townstaff;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A colleague as the town asked for them, and what became of it.
 *
 * @param untilOn last day
 * @param person made when the demand was accepted; null before
 * @param confirmedOn when the town last said that they are still there
 */
public record Colleague(
        long id,
        long town,
        String townName,
        @Nullable Long department,
        long academy,
        long region,
        Stage state,
        String firstName,
        String lastName,
        String email,
        String position,
        String schoolNames,
        String reason,
        LocalDate untilOn,
        Instant askedAt,
        @Nullable Instant decidedAt,
        String word,
        @Nullable Long person,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate endedOn,
        @Nullable String endCause) {
    public String name() {
        return firstName + " " + lastName;
    }

    /** Whether this node decides for its town. */
    boolean isUnder(long node) {
        return node == academy || node == region || Long.valueOf(node).equals(department);
    }

    public String path() {
        return "/town-staff/" + id;
    }
}
