package fr.preau.network;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;

/** The formula of the région: the version in force, its history, and a new one. */
public record FormulaPage(
        Formula now,
        List<Version> versions,
        int year,
        FormulaForm form,
        LocalDate today,
        Problems problems)
        implements Page {
    /** A version and the number of sheets that were made with it. */
    public record Version(Formula formula, long sheets) {
        public boolean hasBegun(LocalDate today) {
            return !formula.fromOn().isAfter(today);
        }
    }

    @Override
    public String title() {
        return t("network.formula.title");
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public List<Integer> years() {
        return List.of(year, year + 1);
    }

    public String nameOf(int other) {
        return Years.say(other);
    }

    /** The sheets that the version in force has made. */
    public long sheets() {
        return versions.stream()
                .filter(one -> one.formula().id() == now.id())
                .mapToLong(Version::sheets)
                .sum();
    }
}
