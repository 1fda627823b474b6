package fr.preau.generator;

/** A département: its number, its seat, how many communes it has and its weight in schools. */
record Department(String number, String seat, int communes, int weight) {
    private static final String[] BEGINNINGS = {
        "SAINT-ANDRE",
        "SAINTE-COLOMBE",
        "MONTAGNAC",
        "VILLENEUVE",
        "CASTELNAU",
        "ROQUEFEUIL",
        "PUECHABON",
        "SAINT-MARTIN",
        "BELMONT",
        "CLERMONT",
        "LA BASTIDE",
        "MAUREILHAN",
        "LAVAL",
        "SAINT-JEAN",
        "CAZALS",
        "ESCOUSSENS",
        "FONTANES",
        "SAINT-PIERRE",
        "MONTREDON",
        "VALFLAUNES",
        "PEYRIAC",
        "SAINTE-EULALIE",
        "CAUSSADE",
        "MIREMONT"
    };
    private static final String[] ENDINGS = {
        "-LES-VIGNES",
        "-DU-LAC",
        "-LE-VIEUX",
        "-SUR-RIVE",
        "-D'OLT",
        "-DES-SOURCES",
        "-LA-PLAINE",
        "-DE-VALLON",
        "-EN-CAUSSE",
        "-LES-PINS",
        "-DU-MOULIN",
        "-LE-HAUT",
        "-DE-RIVIERE",
        "-DES-BOIS",
        "-LE-NEUF",
        "-D'AUTAN",
        "-DU-CHATEAU",
        "-LA-MONTAGNE",
        "-DES-CORBIERES",
        "-LES-BAINS",
        "-DE-LAURAGAIS",
        "-DU-PLAN",
        "-LE-CLOS",
        "-DE-GARRIGUE",
        "-LA-FORET",
        "-DES-PRES",
        "-SUR-COMBE",
        "-DU-TERTRE",
        "-LES-OLIVIERS",
        "-DU-GUE"
    };
    // Coprime with every number of communes, so that each has its turn before one has a second.
    private static final int STRIDE = 97;

    /** The first commune is the seat; the others have names that no commune bears. */
    Commune commune(int turn) {
        var rank = turn % communes * STRIDE % communes;
        var name =
                rank == 0
                        ? seat
                        : BEGINNINGS[rank % BEGINNINGS.length]
                                + ENDINGS[(rank / BEGINNINGS.length + weight) % ENDINGS.length];
        return new Commune(this, rank + 1, name);
    }

    String onThree() {
        return "0" + number;
    }
}
