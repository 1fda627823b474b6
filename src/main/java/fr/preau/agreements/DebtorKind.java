package fr.preau.agreements;

/** Who pays: the commune itself, or the body that has the schools in its place. */
public enum DebtorKind {
    TOWN,
    INTERCOMMUNAL,
    SYNDICATE
}
