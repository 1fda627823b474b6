package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Something that the région decides, as somebody typed it. */
public record RevenueTermForm(String term, String value, String from) {
    public RevenueTermForm {
        term = term == null ? "" : term;
        value = value == null ? "" : value.strip().replaceAll("\\s*\\R\\s*", " ");
        from = from == null ? "" : from.strip();
    }

    /**
     * @param first the first day that may be chosen
     */
    Problems check(LocalDate first) {
        var problems = new Problems();
        var chosen = chosen();
        if (chosen == null) return problems.add("term", t("revenue.terms.which"));
        if (!chosen.accepts(value))
            problems.add(
                    "value-" + chosen,
                    t(chosen.isDays() ? "revenue.terms.days" : "revenue.terms.text"));
        if (day() == null || day().isBefore(first))
            problems.add("from-" + chosen, t("revenue.terms.from.first", Written.day(first)));
        return problems;
    }

    @Nullable RevenueTerm chosen() {
        return Arrays.stream(RevenueTerm.values())
                .filter(one -> one.name().equals(term))
                .findFirst()
                .orElse(null);
    }

    @Nullable LocalDate day() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
