package fr.preau.coverage;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a commune pays, for which schools, and what that gives.
 *
 * @param all its conventions, of all years
 * @param own the commune's own agents look at it
 */
public record TownPage(
        Towns.Town town,
        int year,
        int currentYear,
        List<Towns.Paid> all,
        List<Towns.School> schools,
        boolean own,
        LocalDate today)
        implements Page {
    /** Of this year. */
    public List<Towns.Paid> conventions() {
        return all.stream().filter(one -> one.year() == year).toList();
    }

    public List<Integer> years() {
        return List.copyOf(
                new TreeSet<>(
                                Stream.concat(
                                                all.stream().map(Towns.Paid::year),
                                                Stream.of(year, currentYear))
                                        .toList())
                        .reversed());
    }

    public String path(int other) {
        return "/coverage/towns/" + town.id() + "?year=" + other;
    }

    /** « 90 € », or that the amount is fixed by the signature. */
    public String due(Towns.Paid one) {
        return one.dueCents() == null ? t("coverage.town.unsigned") : Money.of(one.dueCents());
    }

    public String howMany(Towns.Paid one) {
        return count("coverage.schools-in", one.schools());
    }

    /** « Hérault, INSEE 34069 » */
    public String lead() {
        return t("coverage.town.lead", town.place().name(), town.insee());
    }

    @Override
    public String title() {
        return town.name();
    }

    @Override
    public String service() {
        return "town";
    }
}
