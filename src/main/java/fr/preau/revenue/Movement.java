package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import java.time.LocalDate;

/**
 * Something that happened to a titre; never changed, never deleted.
 *
 * @param cents received when positive; given up or given back when negative; zero for the rest
 */
public record Movement(
        long id, Kind kind, LocalDate onDay, long cents, String reference, String words) {
    public enum Kind {
        SENT,
        ISSUED,
        PAYMENT,
        REFUND,
        COUNTER_ENTRY,
        OVERDUE,
        REMINDER,
        CONTESTED,
        CONTEST_ACCEPTED,
        CONTEST_REJECTED
    }

    public String label() {
        return t("revenue.movement." + kind);
    }

    public String amount() {
        return cents == 0 ? "" : Money.of(cents);
    }
}
