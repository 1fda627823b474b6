package fr.preau.generator;

import java.util.List;

/** Where a household lives: four lines between dollars, most of them empty, and the commune. */
record Home(String address, Commune commune) {
    private static final List<String> STREETS =
            List.of(
                    "RUE DES MODELES",
                    "CHEMIN DES VIGNES",
                    "AVENUE DE L'EUROPE",
                    "RUE DU FOUR",
                    "IMPASSE DES LILAS",
                    "PLACE DU MARCHE",
                    "ROUTE DE LA MER",
                    "RUE PASTEUR",
                    "CHEMIN DE L'OUSTAL",
                    "BOULEVARD DE LA LIBERTE",
                    "RUE NEUVE",
                    "ALLEE DES CIGALES");

    static Home drawn(Draw draw, Commune commune) {
        var street = draw.between(1, 190) + " " + draw.one(STREETS);
        if (draw.chance(82)) return new Home("$$" + street + "$", commune);
        var flat = "APT " + draw.between(1, 80);
        return new Home(flat + "$RESIDENCE ROC & PIN$" + street + "$", commune);
    }
}
