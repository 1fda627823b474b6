package fr.preau.revenue;

import fr.preau.agreements.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a debtor for one convention. Amounts and names are those that were signed.
 *
 * @param correctsId the cancelled one that this one follows
 * @param year in which the school year begins
 * @param commitmentRequired the debtor wants its commitment number on the titre
 * @param linesCents what its lines add up to
 * @param paidCents received, less what was given back
 * @param reducedCents counter-entries: zero or negative
 * @param movements how many things have happened to it; a form says how many it was shown
 * @param accepted a contest was accepted
 */
public record RevenueOrder(
        long id,
        String reference,
        long agreementId,
        String agreementReference,
        @Nullable Long correctsId,
        int year,
        OrderState state,
        String debtorName,
        String siret,
        String street,
        String postalCode,
        String city,
        String chorusService,
        String commitmentNumber,
        boolean commitmentRequired,
        @Nullable LocalDate townSignedOn,
        @Nullable LocalDate regionSignedOn,
        long totalCents,
        long linesCents,
        long paidCents,
        long reducedCents,
        int movements,
        boolean accepted,
        @Nullable LocalDate sentOn,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn) {
    public long dueCents() {
        return totalCents + reducedCents;
    }

    /** What is still to be paid; never below zero. */
    public long remainingCents() {
        return Math.max(0, dueCents() - paidCents);
    }

    /** What was received beyond what is due, after a counter-entry. */
    public long excessCents() {
        return Math.max(0, paidCents - dueCents());
    }

    public boolean isOverdue(LocalDate today) {
        return state.isOwed() && dueOn != null && dueOn.isBefore(today);
    }

    public String path() {
        return "/revenue-orders/" + id;
    }

    public String pdfPath() {
        return path() + "/request.pdf";
    }

    /** « 2024-2025 » */
    public String yearLabel() {
        return year + "-" + (year + 1);
    }

    public String total() {
        return Money.of(totalCents);
    }

    public String due() {
        return Money.of(dueCents());
    }

    public String paid() {
        return Money.of(paidCents);
    }

    public String remaining() {
        return Money.of(remainingCents());
    }

    public String excess() {
        return Money.of(excessCents());
    }
}
