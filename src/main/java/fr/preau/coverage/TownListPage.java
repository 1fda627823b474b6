package fr.preau.coverage;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Communes behind a figure.
 *
 * @param older the address of the next page; null for none
 */
public record TownListPage(CoverageFilter filter, List<Row> rows, @Nullable String older)
        implements Page {
    /** What communes may be listed by. */
    static final List<CoverageFilter.Show> SHOWN =
            List.of(
                    CoverageFilter.Show.ALL,
                    CoverageFilter.Show.CHASE,
                    CoverageFilter.Show.IN_FORCE,
                    CoverageFilter.Show.ENDED,
                    CoverageFilter.Show.SIGNING,
                    CoverageFilter.Show.TO_RENEW,
                    CoverageFilter.Show.NONE,
                    CoverageFilter.Show.UNPAID);

    public record Row(
            long id,
            String name,
            String insee,
            String department,
            int rank,
            long schools,
            long covered,
            long dueCents,
            long unpaidCents,
            boolean overdue,
            String cursor) {
        public Standing standing() {
            return Standing.of(rank);
        }

        public Department place() {
            return Department.of(department);
        }

        public String due() {
            return Money.of(dueCents);
        }

        public String unpaid() {
            return Money.of(unpaidCents);
        }
    }

    static TownListPage of(CoverageFilter filter, List<Row> found) {
        var more = found.size() > CoverageLists.PAGE;
        var shown = more ? found.subList(0, CoverageLists.PAGE) : found;
        return new TownListPage(
                filter, shown, more ? filter.from(shown.getLast().cursor()).towns() : null);
    }

    public List<CoverageFilter.Show> choices() {
        return SHOWN;
    }

    @Override
    public String title() {
        return t("coverage.towns." + filter.show());
    }

    /** « Hérault, année scolaire 2024-2025 » */
    public String lead() {
        var year = filter.year() + "-" + (filter.year() + 1);
        return filter.department().isEmpty()
                ? t("coverage.year.of", year)
                : t("coverage.place.year", Department.of(filter.department()).name(), year);
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public String width() {
        return "wide";
    }
}
