package fr.preau.disputes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A procedure about a convention.
 *
 * @param openedOn the day of its delays, which no longer change
 * @param closedAt agreed, withdrawn or opened by mistake; null while it runs
 */
public record Dispute(
        long id,
        long agreementId,
        Party opener,
        LocalDate openedOn,
        Delays delays,
        @Nullable Instant closedAt) {
    public String path() {
        return "/disputes/" + id;
    }

    /** The first letter, to print and to sign. */
    public String formalNoticePath() {
        return path() + "/formal-notice.pdf";
    }

    /** The second letter. */
    public String terminationNoticePath() {
        return path() + "/termination-notice.pdf";
    }
}
