package fr.preau.agreements;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** The text of conventions, and the versions before it. */
public record TemplatePage(
        String body, int from, int currentYear, List<Templates.Version> versions, Problems problems)
        implements Page {
    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String title() {
        return t("agreements.template");
    }

    @Override
    public String service() {
        return "town";
    }

    public String places() {
        return "{" + String.join("} {", Articles.PLACES) + "}";
    }

    public List<Integer> years() {
        return List.of(currentYear, currentYear + 1);
    }

    public String used(Templates.Version version) {
        return count("agreements.template.used", version.agreements());
    }

    public String since(Templates.Version version) {
        return version.fromYear() < currentYear - 20
                ? t("agreements.template.always")
                : t("agreements.template.since", version.fromYear(), version.fromYear() + 1);
    }
}
