package fr.preau.perimeter;

import static fr.preau.web.Wording.t;

/** A node of the tree, seen from above: an académie, a circonscription, a commune, a school. */
public record Place(long id, String kind, String name, boolean own) {
    boolean isSchool() {
        return kind.equals("SCHOOL");
    }

    public String path() {
        return "/perimeter/" + id;
    }

    /** « Département » under « DSDEN de l’Hérault », nothing under « Académie de Toulouse ». */
    public String kindHint() {
        var label = t("perimeter.kind." + kind);
        return name.startsWith(label) ? "" : label;
    }
}
