package fr.preau.disputes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param party who did it; null when time did
 * @param onDay when, as the party says; a letter counts from the day it was sent, its reasons from
 *     the date that it bears
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
        boolean takenBack) {}
