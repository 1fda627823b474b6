package fr.preau.agreements;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conventions: all of a town, or a page of those of a year for the région and the DSDEN.
 *
 * @param older the address of the next page; null for none
 */
public record AgreementListPage(
        List<Row> rows,
        boolean town,
        boolean leads,
        @Nullable AgreementFilter filter,
        List<Integer> years,
        List<Tally> tallies,
        @Nullable String older,
        LocalDate today)
        implements Page {
    /** {@code fixed}: the amount is what was signed, not what the rate of today would give. */
    public record Row(
            long id,
            String reference,
            String debtor,
            int year,
            State state,
            @Nullable LocalDate effectOn,
            LocalDate endsOn,
            @Nullable LocalDate terminatedOn,
            boolean checked,
            int schools,
            long cents,
            boolean fixed) {
        public Stage stage(LocalDate today) {
            return Stage.of(state, endsOn, terminatedOn, today);
        }

        public String yearLabel() {
            return year + "-" + (year + 1);
        }

        public String amount() {
            return t(fixed ? "agreements.amount" : "agreements.amount.to-come", Money.of(cents));
        }

        public String howMany() {
            return count("agreements.schools", schools);
        }

        public String pdfPath() {
            return "/agreements/" + id + "/convention-" + reference + ".pdf";
        }
    }

    public record Tally(Stage stage, long agreements) {}

    public long tally(Stage stage) {
        return tallies.stream()
                .filter(one -> one.stage() == stage)
                .mapToLong(Tally::agreements)
                .sum();
    }

    public boolean isSearched() {
        return filter != null && (filter.stage() != null || !filter.q().isEmpty());
    }

    @Override
    public String title() {
        return t("agreements.title");
    }

    @Override
    public String service() {
        return "town";
    }
}
