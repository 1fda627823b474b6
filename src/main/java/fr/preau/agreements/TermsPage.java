package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.List;

/** What the région decides about conventions, with what was decided before and what is to come. */
public record TermsPage(List<Row> rows) implements Page {
    public record Row(Term term, LocalDate fromOn, String value) {}

    @Override
    public String title() {
        return t("agreements.terms");
    }
}
