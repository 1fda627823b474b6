package fr.preau.continuity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a school that was under convention is so, and what it was told.
 *
 * @param endsOn last day under convention, of all those signed; may be past
 * @param cut ended before its time
 * @param warnedOn when this end was first announced; null when it was not
 * @param closingOn the closure that was last announced; null when none was
 * @param closingGivenOn when it was announced
 * @param graceUntil the last day of the longest prolongation; null without
 * @param next how far the next convention has come ({@code DRAFT}, {@code SENT}, {@code
 *     TOWN_SIGNED}); null when there is none
 */
record Cover(
        long school,
        String name,
        long agreement,
        LocalDate endsOn,
        boolean cut,
        @Nullable LocalDate warnedOn,
        @Nullable LocalDate closingOn,
        @Nullable LocalDate closingGivenOn,
        @Nullable LocalDate graceUntil,
        @Nullable String next) {}
