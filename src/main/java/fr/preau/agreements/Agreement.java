package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A convention for one school year, as it stands. What it says of the debtor is a copy.
 *
 * @param year in which the school year begins
 * @param edition grows with every change of what the document says
 * @param rateCents for one school; null until it is sent
 * @param amountCents for all of them; null until the town signs
 * @param effectOn the day of the last signature (article 10); null before
 * @param endsOn last day
 */
public record Agreement(
        long id,
        String reference,
        long debtorId,
        int year,
        long townId,
        @Nullable Long departmentId,
        State state,
        int edition,
        String debtorKind,
        String debtorName,
        String siret,
        String street,
        String postalCode,
        String city,
        String signatoryName,
        String signatoryTitle,
        String chorusService,
        String commitmentNumber,
        String regionSignatory,
        @Nullable Long templateId,
        @Nullable Integer rateCents,
        @Nullable Integer amountCents,
        Instant madeAt,
        @Nullable Instant sentAt,
        @Nullable Instant checkedAt,
        @Nullable LocalDate townSignedOn,
        @Nullable LocalDate regionSignedOn,
        @Nullable LocalDate effectOn,
        LocalDate endsOn,
        @Nullable LocalDate terminatedOn) {
    public Stage stage(LocalDate today) {
        return Stage.of(state, endsOn, terminatedOn, today);
    }

    /** « 2024-2025 » */
    public String yearLabel() {
        return year + "-" + (year + 1);
    }

    public String path() {
        return "/agreements/" + id;
    }

    /** The address of its pages. */
    public String pdfPath() {
        return path() + "/convention-" + reference + ".pdf";
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** « place des Cent Quarante, 34370 Cazouls-lès-Béziers » */
    public String address() {
        return t("agreements.address", street, postalCode, city);
    }
}
