package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;

/** What the région decides about conventions: today's value, what was before, what is to come. */
public record TermsPage(
        List<Row> rows, String term, String value, String from, LocalDate today, Problems problems)
        implements Page {
    public record Row(Term term, LocalDate fromOn, String value) {
        /** As a person reads it. */
        public String words() {
            return switch (term.kind) {
                case MONEY -> Money.of(Long.parseLong(value));
                case DAY -> day();
                case NUMBER, WORDS -> value;
            };
        }

        private String day() {
            var day = MonthDay.parse("--" + value);
            return day.getDayOfMonth() == 1
                    ? t("agreements.first", t("agreements.month." + day.getMonthValue()))
                    : day.getDayOfMonth() + " " + t("agreements.month." + day.getMonthValue());
        }
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String title() {
        return t("agreements.terms");
    }

    @Override
    public String service() {
        return "town";
    }

    public List<Term> terms() {
        return List.of(Term.values());
    }

    public Row now(Term one) {
        return of(one).stream()
                .filter(row -> !row.fromOn().isAfter(today))
                .max(Comparator.comparing(Row::fromOn))
                .orElseThrow();
    }

    /** What holds on other days, the latest first. */
    public List<Row> others(Term one) {
        return of(one).stream().filter(row -> !row.equals(now(one))).toList();
    }

    private List<Row> of(Term one) {
        return rows.stream().filter(row -> row.term() == one).toList();
    }

    public boolean isTyped(Term one) {
        return one.name().equals(term);
    }

    /** Where the field of a term begins from. */
    public String typed(Term one) {
        return isTyped(one) ? value : one.written(now(one).value());
    }
}
