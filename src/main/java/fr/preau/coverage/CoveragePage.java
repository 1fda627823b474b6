package fr.preau.coverage;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The board: the figures of all départements within reach together, the map, and a line for each.
 *
 * @param known years that have a convention
 * @param countedAt when pupils were counted; null for not yet
 */
public record CoveragePage(
        int year,
        int currentYear,
        List<Integer> known,
        List<Tally> rows,
        @Nullable Instant countedAt)
        implements Page {
    public Tally all() {
        return Tally.sum(rows);
    }

    /** A place on the map: a département of the région, with its figures when it has a school. */
    public record Tile(Department place, @Nullable Tally tally) {}

    /** All thirteen for who sees several; one alone is no map. */
    public List<Tile> tiles() {
        if (rows.size() < 2) return List.of();
        return Department.REGION.stream()
                .map(place -> new Tile(place, of(place).orElse(null)))
                .toList();
    }

    private Optional<Tally> of(Department place) {
        return rows.stream().filter(row -> row.department().equals(place.number())).findFirst();
    }

    public List<Integer> years() {
        return List.copyOf(
                new TreeSet<>(Stream.concat(known.stream(), Stream.of(year, currentYear)).toList())
                        .reversed());
    }

    private CoverageFilter filter() {
        return new CoverageFilter(year, "", CoverageFilter.Show.ALL, "");
    }

    /** Communes of all départements. */
    public String towns(CoverageFilter.Show show) {
        return filter().showing(show).towns();
    }

    public String towns(Standing standing) {
        return towns(CoverageFilter.Show.valueOf(standing.name()));
    }

    public String schools(CoverageFilter.Show show) {
        return filter().showing(show).schools();
    }

    /** Communes of one. */
    public String towns(Department place, CoverageFilter.Show show) {
        return filter().of(place.number()).showing(show).towns();
    }

    public String schools(Department place, CoverageFilter.Show show) {
        return filter().of(place.number()).showing(show).schools();
    }

    public String file() {
        return "/coverage/departments.csv?year=" + year;
    }

    public String money(long cents) {
        return Money.of(cents);
    }

    @Override
    public String title() {
        return t("coverage.title");
    }

    /** « Année scolaire 2024-2025 », and the département for who sees only one. */
    public String lead() {
        var label = year + "-" + (year + 1);
        return rows.size() == 1
                ? t("coverage.place.year", rows.getFirst().place().name(), label)
                : t("coverage.year.of", label);
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
