package fr.preau.coverage;

import static fr.preau.web.Wording.t;

import fr.preau.web.Wording;
import java.util.List;

/**
 * A département, by its number. The thirteen of the région have a place on the map.
 *
 * @param academy of the région: 11 Montpellier, 16 Toulouse; empty for a département elsewhere
 */
public record Department(String number, String academy) {
    /** Académie after académie, as the map is read aloud. */
    static final List<Department> REGION =
            List.of(
                    new Department("11", "11"),
                    new Department("30", "11"),
                    new Department("34", "11"),
                    new Department("48", "11"),
                    new Department("66", "11"),
                    new Department("09", "16"),
                    new Department("12", "16"),
                    new Department("31", "16"),
                    new Department("32", "16"),
                    new Department("46", "16"),
                    new Department("65", "16"),
                    new Department("81", "16"),
                    new Department("82", "16"));

    static Department of(String number) {
        return REGION.stream()
                .filter(one -> one.number.equals(number))
                .findFirst()
                .orElse(new Department(number, ""));
    }

    /** « Hérault » */
    public String name() {
        var key = "coverage.department." + number;
        if (Wording.exists(key)) return t("coverage.department." + number);
        return number.isEmpty() ? t("coverage.elsewhere") : t("coverage.other", number);
    }

    /** « Académie de Montpellier »; empty elsewhere. */
    public String academyName() {
        return academy.isEmpty() ? "" : t("coverage.academy." + academy);
    }

    public boolean isOnMap() {
        return !academy.isEmpty();
    }
}
