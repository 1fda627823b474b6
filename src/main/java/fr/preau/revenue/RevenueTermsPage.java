package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the région decides about titres: what holds today, what is to come.
 *
 * @param first the first day from which something else may hold
 */
public record RevenueTermsPage(
        List<Row> rows, LocalDate today, LocalDate first, RevenueTermForm form, Problems problems)
        implements Page {
    public record Row(RevenueTerm term, LocalDate fromOn, String value) {}

    @Override
    public String title() {
        return t("revenue.terms");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public RevenueTerm[] terms() {
        return RevenueTerm.values();
    }

    /** What holds today; empty when nobody has said. */
    public String now(RevenueTerm term) {
        return rows.stream()
                .filter(row -> row.term() == term && !row.fromOn().isAfter(today))
                .map(Row::value)
                .findFirst()
                .orElse("");
    }

    /** A value as people say it. */
    public String said(RevenueTerm term, String value) {
        if (value.isEmpty()) return t("revenue.terms.nothing");
        return term.isDays() ? t("revenue.terms.some-days", value) : value;
    }

    public List<Row> planned(RevenueTerm term) {
        return rows.stream()
                .filter(row -> row.term() == term && row.fromOn().isAfter(today))
                .toList();
    }

    public @Nullable String problem(String field, RevenueTerm term) {
        return problems.of(field + "-" + term);
    }

    public boolean isAsked(RevenueTerm term) {
        return form.chosen() == term;
    }

    public String value(RevenueTerm term) {
        return isAsked(term) ? form.value() : now(term);
    }

    public String from(RevenueTerm term) {
        return isAsked(term) ? form.from() : first.toString();
    }
}
