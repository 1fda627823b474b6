package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import org.jspecify.annotations.Nullable;

/** What the town says of itself on its convention, as it was typed. */
public record DetailsForm(
        String street,
        String postalCode,
        String city,
        String signatoryName,
        String signatoryTitle,
        String chorusService,
        String commitmentNumber) {
    private static final int LONG_CODE = 50;

    public DetailsForm {
        street = text(street);
        postalCode = text(postalCode);
        city = text(city);
        signatoryName = text(signatoryName);
        signatoryTitle = text(signatoryTitle);
        chorusService = text(chorusService);
        commitmentNumber = text(commitmentNumber);
    }

    static DetailsForm of(Agreement agreement) {
        return new DetailsForm(
                agreement.street(),
                agreement.postalCode(),
                agreement.city(),
                agreement.signatoryName(),
                agreement.signatoryTitle(),
                agreement.chorusService(),
                agreement.commitmentNumber());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    }

    Problems check() {
        var problems = new Problems();
        DebtorForm.needed(problems, "street", street);
        if (!postalCode.matches("[0-9]{5}"))
            problems.add("postalCode", t("agreements.problem.postal-code"));
        DebtorForm.needed(problems, "city", city);
        DebtorForm.needed(problems, "signatoryName", signatoryName);
        DebtorForm.needed(problems, "signatoryTitle", signatoryTitle);
        if (chorusService.length() > LONG_CODE)
            problems.add("chorusService", t("agreements.problem.long"));
        if (commitmentNumber.length() > LONG_CODE)
            problems.add("commitmentNumber", t("agreements.problem.long"));
        return problems;
    }
}
