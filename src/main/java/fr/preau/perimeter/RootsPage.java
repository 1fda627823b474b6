package fr.preau.perimeter;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** The perimeters of somebody who has several, for instance by delegation. */
public record RootsPage(List<Place> places) implements Page {
    @Override
    public String title() {
        return t("perimeter.title");
    }

    @Override
    public String service() {
        return "town";
    }
}
