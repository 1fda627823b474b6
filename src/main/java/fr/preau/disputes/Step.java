package fr.preau.disputes;

import fr.preau.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param party who did it; null when time did
 * @param onDay when, as the party says: of a letter, the day it was sent; of its reasons, the date
 *     that it bears
 * @param meetsOn of a conciliation that is proposed
 * @param number of a registered letter; may be empty
 * @param about the step taken back, or the offer accepted
 * @param takenBack a later row says that this one was a mistake
 */
public record Step(
        long id,
        long disputeId,
        StepKind kind,
        @Nullable Party party,
        LocalDate onDay,
        @Nullable LocalDate meetsOn,
        String number,
        String words,
        @Nullable Long about,
        Instant madeAt,
        boolean takenBack) {
    /** The day on which it was entered here, which nobody chooses. */
    public LocalDate enteredOn() {
        return LocalDate.ofInstant(madeAt, Dates.SCHOOL_TIME);
    }

    /** Entered on a later day than the one on which it is said to have happened. */
    public boolean isLate() {
        return enteredOn().isAfter(onDay);
    }

    /**
     * The day from which a delay runs: as declared, never before the other party could read it
     * here.
     */
    public LocalDate countsFrom() {
        return isLate() ? enteredOn() : onDay;
    }
}
