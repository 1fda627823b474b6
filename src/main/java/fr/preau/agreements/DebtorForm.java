package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.directory.Siret;
import fr.preau.web.Problems;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A debtor as somebody typed it, right or wrong. */
public record DebtorForm(
        String kind,
        String name,
        String siret,
        String street,
        String postalCode,
        String city,
        String signatoryName,
        String signatoryTitle,
        String email,
        String chorusService,
        @Nullable Boolean sure) {
    private static final int LONG = 200;

    public DebtorForm {
        kind = text(kind);
        name = text(name);
        siret = text(siret).replaceAll("\\s", "");
        street = text(street);
        postalCode = text(postalCode);
        city = text(city);
        signatoryName = text(signatoryName);
        signatoryTitle = text(signatoryTitle);
        email = text(email);
        chorusService = text(chorusService);
    }

    static DebtorForm of(Debtor debtor) {
        return new DebtorForm(
                debtor.kind().name(),
                debtor.name(),
                debtor.siret(),
                debtor.street(),
                debtor.postalCode(),
                debtor.city(),
                debtor.signatoryName(),
                debtor.signatoryTitle(),
                debtor.email(),
                debtor.chorusService(),
                null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    }

    DebtorKind chosen() {
        return DebtorKind.valueOf(kind);
    }

    /** Of an address in Latin letters, which may be empty. */
    private boolean isMail() {
        return email.isEmpty() || email.matches("[^@\\s]{1,64}@[^@\\s]{1,180}\\.[A-Za-z]{2,24}");
    }

    Problems check(String insee) {
        var problems = new Problems();
        if (Arrays.stream(DebtorKind.values()).noneMatch(one -> one.name().equals(kind)))
            problems.add("kind", t("agreements.problem.kind"));
        needed(problems, "name", name);
        if (!new Siret(siret).isValid()) problems.add("siret", t("agreements.problem.siret"));
        else if (isUnusual(insee) && !Boolean.TRUE.equals(sure))
            problems.add("sure", t("agreements.problem.siren", siret.substring(0, 9), insee));
        needed(problems, "street", street);
        if (!postalCode.matches("[0-9]{5}"))
            problems.add("postalCode", t("agreements.problem.postal-code"));
        needed(problems, "city", city);
        needed(problems, "signatoryName", signatoryName);
        needed(problems, "signatoryTitle", signatoryTitle);
        if (!isMail()) problems.add("email", t("agreements.problem.email"));
        if (chorusService.length() > 100)
            problems.add("chorusService", t("agreements.problem.long"));
        return problems;
    }

    static void needed(Problems problems, String field, String typed) {
        if (typed.isEmpty()) problems.add(field, t("agreements.problem.empty"));
        if (typed.length() > LONG) problems.add(field, t("agreements.problem.long"));
    }

    /**
     * The SIREN of a commune is 21, its département, its number and a key. New communes, Corsica
     * and the overseas départements do otherwise: worth a question, never a refusal.
     */
    public boolean isUnusual(String insee) {
        return kind.equals(DebtorKind.TOWN.name())
                && !siret.startsWith(
                        "21"
                                + insee.substring(0, 2)
                                + "0"
                                + insee.substring(Math.min(2, insee.length())));
    }
}
