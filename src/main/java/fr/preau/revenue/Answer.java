package fr.preau.revenue;

/** A line of a file of accounting, as it was written; {@code paid} may be empty. */
public record Answer(
        int line, String number, String reference, String issuedOn, String paid, String paidOn) {}
