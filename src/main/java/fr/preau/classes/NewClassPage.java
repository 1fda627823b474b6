package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** A group of needs, or a class that ONDE does not know, before it has pupils. */
public record NewClassPage(
        List<Place> places, String kind, long school, String label, Problems problems)
        implements Page {
    /** A school in which somebody may make a group, or a class when they administer it. */
    public record Place(long id, String name, boolean administered) {}

    @Override
    public String title() {
        return t("classes.new." + kind);
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
