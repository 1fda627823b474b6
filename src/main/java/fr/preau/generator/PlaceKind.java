package fr.preau.generator;

import java.util.List;

/** The kinds of places, and what schools each has: a range of classes and of pupils in a class. */
enum PlaceKind {
    VILLAGE(23, new Site("E.P.PU", Level.ALL, 1, 3, 14, 24)),
    TOWN(29, new Site("E.P.PU", Level.ALL, 7, 10, 18, 27)),
    CITY(
            41,
            new Site("E.M.PU", Level.NURSERY, 3, 4, 19, 27),
            new Site("E.E.PU", Level.ELEMENTARY, 5, 7, 20, 27)),
    /** A regroupement pédagogique: each village keeps a part of the levels. */
    GROUPING(
            7,
            new Site("E.M.PU", Level.NURSERY, 1, 2, 15, 24),
            new Site("E.E.PU", Level.ELEMENTARY.subList(0, 2), 1, 2, 15, 24),
            new Site("E.E.PU", Level.ELEMENTARY.subList(2, 5), 1, 2, 15, 24));

    /** One school of a place. */
    record Site(
            String initials, List<Level> levels, int least, int most, int smallest, int largest) {
        String type() {
            return levels.equals(Level.NURSERY)
                    ? "ECOLE MATERNELLE"
                    : "ECOLE DE NIVEAU ELEMENTAIRE";
        }
    }

    final int percent;
    final List<Site> sites;

    PlaceKind(int percent, Site... sites) {
        this.percent = percent;
        this.sites = List.of(sites);
    }

    /** A kind that does not need more schools than are left. */
    static PlaceKind drawn(Draw draw, int left) {
        var at = draw.below(100);
        for (var kind : values()) {
            at -= kind.percent;
            if (at < 0) return kind.sites.size() <= left ? kind : left == 2 ? CITY : VILLAGE;
        }
        return VILLAGE;
    }
}
