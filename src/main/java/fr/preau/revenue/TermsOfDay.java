package fr.preau.revenue;

import java.util.Map;

/** What the région has decided about titres, as it holds on one day. */
public record TermsOfDay(Map<RevenueTerm, String> values) {
    /** A text that nobody has given is empty. */
    public String of(RevenueTerm term) {
        return values.getOrDefault(term, "");
    }

    int days(RevenueTerm term) {
        return Integer.parseInt(of(term));
    }

    /** Who signs for the région; empty when nobody has said so. */
    public String officer() {
        return of(RevenueTerm.OFFICER_NAME);
    }
}
