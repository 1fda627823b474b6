package fr.preau.coverage;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Public schools behind a figure.
 *
 * @param older the address of the next page; null for none
 */
public record SchoolListPage(CoverageFilter filter, List<Row> rows, @Nullable String older)
        implements Page {
    /** What schools may be listed by. */
    static final List<CoverageFilter.Show> SHOWN =
            List.of(
                    CoverageFilter.Show.ALL,
                    CoverageFilter.Show.COVERED,
                    CoverageFilter.Show.UNCOVERED);

    public record Row(
            long id,
            String uai,
            String name,
            String department,
            int rank,
            @Nullable Long town,
            String townName,
            String cursor) {
        public Standing standing() {
            return Standing.of(rank);
        }

        public Department place() {
            return Department.of(department);
        }
    }

    static SchoolListPage of(CoverageFilter filter, List<Row> found) {
        var more = found.size() > CoverageLists.PAGE;
        var shown = more ? found.subList(0, CoverageLists.PAGE) : found;
        return new SchoolListPage(
                filter, shown, more ? filter.from(shown.getLast().cursor()).schools() : null);
    }

    public List<CoverageFilter.Show> choices() {
        return SHOWN;
    }

    @Override
    public String title() {
        return t("coverage.schools." + filter.show());
    }

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
