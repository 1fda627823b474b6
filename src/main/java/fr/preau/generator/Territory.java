package fr.preau.generator;

import java.util.ArrayList;
import java.util.List;

/** The structures of one academy: its services, and its places with their schools. */
final class Territory {
    private static final int SCHOOLS_OF_DISTRICT = 30;
    private static final int FIRST_DISTRICT = 101;
    private static final int FIRST_SCHOOL = 1001;
    private static final List<String> NAMES =
            List.of(
                    "JEAN MOULIN",
                    "JULES FERRY",
                    "LES AMANDIERS",
                    "",
                    "LOUISE MICHEL",
                    "LA CALANDRETA",
                    "FREDERIC MISTRAL",
                    "PAULINE KERGOMARD",
                    "LES ECRIVAINS & POETES",
                    "JEAN JAURES",
                    "L'OLIVIER",
                    "MARIE CURIE",
                    "LE PETIT PRINCE",
                    "VICTOR HUGO",
                    "",
                    "LES PLATANES",
                    "GEORGES BRASSENS",
                    "SIMONE VEIL",
                    "L'ENFANCE DE L'ART",
                    "PAUL RIQUET",
                    "LA FONTAINE",
                    "ANNE FRANK",
                    "OLYMPE DE GOUGES",
                    "LES HIRONDELLES");
    private static final List<String> STREETS =
            List.of(
                    "rue des Écoles",
                    "place de la République",
                    "avenue Jean Jaurès",
                    "chemin de l'Aire",
                    "rue du Château d'Eau",
                    "impasse des Mûriers");

    private final Academy academy;
    private final Draw draw;
    private int district = FIRST_DISTRICT;
    private int school = FIRST_SCHOOL;

    final List<Structure> services = new ArrayList<>();
    final List<Place> places = new ArrayList<>();

    Territory(Academy academy, int schools, long seed) {
        this.academy = academy;
        this.draw = new Draw(seed, academy.ordinal(), 1);
        var seat = academy.departments.getFirst();
        services.add(service(1, seat, 1, "RECTORAT$$" + academy, "RECTORAT", seat.commune(0)));
        var shares = shares(schools);
        for (var i = 0; i < shares.length; i++) fill(academy.departments.get(i), 2 + i, shares[i]);
    }

    /**
     * By weight; a small academy keeps to its largest départements, or each would have one school.
     */
    private int[] shares(int schools) {
        var all = academy.departments;
        var shares = new int[all.size()];
        var used = Math.clamp(schools / 6, 1, all.size());
        var weight = all.subList(0, used).stream().mapToInt(Department::weight).sum();
        var left = schools;
        for (var i = 1; i < used; i++) {
            shares[i] = schools * all.get(i).weight() / weight;
            left -= shares[i];
        }
        shares[0] = left;
        return shares;
    }

    private void fill(Department department, int id, int schools) {
        services.add(
                service(
                        id,
                        department,
                        2,
                        "D.S.D.E.N.$$" + department.seat(),
                        "INSPECTIONS ACADEMIQUES",
                        department.commune(0)));
        var districts =
                schools == 0 ? 0 : Math.max(1, Math.round(schools / (float) SCHOOLS_OF_DISTRICT));
        for (var i = 0; i < districts; i++) district(department, i);
        var first = district - districts;
        var turn = 0;
        for (var done = 0; done < schools; ) {
            var kind = PlaceKind.drawn(draw, schools - done);
            place(department, kind, first + done * districts / schools, turn, done);
            turn += kind == PlaceKind.GROUPING ? 3 : 1;
            done += kind.sites.size();
        }
    }

    private void district(Department department, int rank) {
        var commune = department.commune(rank);
        services.add(
                service(
                        district++,
                        department,
                        3 + rank,
                        "IEN$SECTEUR " + (rank + 1) + "$" + commune.name(),
                        "CIRCONSCRIPTIONS INSPECTION EDUC NAT",
                        commune));
    }

    private Structure service(
            int id, Department department, int rank, String name, String type, Commune commune) {
        return new Structure(
                id,
                academy,
                PublicNumbers.uai(department, rank),
                PublicNumbers.stateSiret(department, rank),
                name,
                type,
                "",
                commune,
                "",
                "2 place de la Préfecture",
                rank);
    }

    private void place(Department department, PlaceKind kind, int district, int turn, int done) {
        var communes = new ArrayList<Commune>();
        // The seat has many schools; the other communes have their turn.
        var inSeat = kind == PlaceKind.CITY && draw.chance(15);
        for (var i = 0; i < kind.sites.size(); i++) {
            var apart = kind == PlaceKind.GROUPING ? i : 0;
            communes.add(department.commune(inSeat ? 0 : turn + apart));
        }
        var grouping = kind == PlaceKind.GROUPING ? grouping(department, communes, done) : "";
        var schools = new ArrayList<School>();
        for (var i = 0; i < kind.sites.size(); i++) {
            var site = kind.sites.get(i);
            var structure =
                    structure(site, communes.get(i), district, grouping, 200 + done + i, done + i);
            schools.add(
                    new School(
                            structure,
                            site.levels(),
                            draw.between(site.least(), site.most()),
                            site.smallest(),
                            site.largest()));
        }
        places.add(new Place(places.size(), communes.getFirst(), schools));
    }

    private static String grouping(Department department, List<Commune> communes, int number) {
        var names = String.join("/", communes.stream().map(Commune::name).toList());
        return department.onThree()
                + "%03d".formatted(number % 1000)
                + "$"
                + names
                + "$"
                + department.onThree();
    }

    private Structure structure(
            PlaceKind.Site site,
            Commune commune,
            int district,
            String grouping,
            int uai,
            int rank) {
        var id = school++;
        return new Structure(
                id,
                academy,
                PublicNumbers.uai(commune.department(), uai),
                commune.siret(2 + rank),
                site.initials() + "$" + draw.one(NAMES) + "$" + commune.name(),
                site.type(),
                Integer.toString(district),
                commune,
                grouping,
                draw.between(1, 60) + " " + draw.one(STREETS),
                id);
    }
}
