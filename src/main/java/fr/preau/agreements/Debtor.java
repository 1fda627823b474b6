package fr.preau.agreements;

/**
 * Who pays for schools.
 *
 * @param townId the commune whose mayor and referents act for it
 * @param insee of that commune
 */
public record Debtor(
        long id,
        DebtorKind kind,
        String name,
        String siret,
        long townId,
        String townName,
        String insee,
        String street,
        String postalCode,
        String city,
        String signatoryName,
        String signatoryTitle,
        String email,
        String chorusService) {
    String path() {
        return "/debtors/" + id;
    }
}
