package fr.preau.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a convention is on a given day. */
public enum Stage {
    DRAFT,
    SENT,
    TOWN_SIGNED,
    IN_FORCE,
    EXPIRED,
    TERMINATED,
    ABANDONED;

    /** On 2 September a convention that ended on the 1st has expired. */
    public static Stage of(
            State state, LocalDate endsOn, @Nullable LocalDate terminatedOn, LocalDate today) {
        return switch (state) {
            case DRAFT -> DRAFT;
            case SENT -> SENT;
            case TOWN_SIGNED -> TOWN_SIGNED;
            case ABANDONED -> ABANDONED;
            case SIGNED -> today.isAfter(endsOn) ? EXPIRED : IN_FORCE;
            case TERMINATED ->
                    terminatedOn != null && today.isBefore(terminatedOn) ? IN_FORCE : TERMINATED;
        };
    }
}
