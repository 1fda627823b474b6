package fr.preau.coverage;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The tables to take away: a heading, then a line for each département, commune or school. */
final class CoverageTables {
    private CoverageTables() {}

    static List<List<String>> departments(List<Tally> rows) {
        return table("coverage.csv.departments", rows, CoverageTables::line);
    }

    private static List<String> line(Tally row) {
        return List.of(
                row.department(),
                row.place().name(),
                row.place().academyName(),
                "" + row.schools(),
                "" + row.covered(),
                people(row.pupils()),
                people(row.coveredPupils()),
                "" + row.towns(),
                "" + row.inForce(),
                "" + row.ended(),
                "" + row.signing(),
                "" + row.toRenew(),
                "" + row.none(),
                euros(row.dueCents()),
                euros(row.paidCents()),
                euros(row.unpaidCents()));
    }

    static List<List<String>> towns(List<TownListPage.Row> rows) {
        return table(
                "coverage.csv.towns",
                rows,
                row ->
                        List.of(
                                row.insee(),
                                row.name(),
                                row.department(),
                                t("coverage.standing." + row.standing()),
                                "" + row.schools(),
                                "" + row.covered(),
                                euros(row.dueCents()),
                                euros(row.unpaidCents())));
    }

    static List<List<String>> schools(List<SchoolListPage.Row> rows) {
        return table(
                "coverage.csv.schools",
                rows,
                row ->
                        List.of(
                                row.uai(),
                                row.name(),
                                row.townName(),
                                row.department(),
                                t("coverage.standing." + row.standing())));
    }

    private static <R> List<List<String>> table(
            String heading, List<R> rows, Function<R, List<String>> line) {
        var lines = new ArrayList<List<String>>();
        lines.add(Arrays.asList(t(heading).split(";")));
        rows.forEach(row -> lines.add(line.apply(row)));
        return lines;
    }

    /** Spreadsheets add up plain digits; few people stay words. */
    private static String people(long n) {
        return Figures.people(n).replace("\u202f", "");
    }

    /** « 112500,00 » */
    private static String euros(long cents) {
        return Money.exact(cents).replace("\u202f", "");
    }
}
