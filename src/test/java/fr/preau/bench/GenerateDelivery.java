package fr.preau.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a full AAF 1D delivery of as many pupils as asked, the same for the same seed: {@code
 * GenerateDelivery <folder> <pupils> [seed]}.
 */
public final class GenerateDelivery {
    private static final String START = "ENTBENCH_MONTPELLIER_Complet_20240902";
    private static final String[] LEVELS = {
        "1111$PS", "1112$MS", "1113$GS", "1121$CP", "1122$CE1", "1123$CE2", "1124$CM1", "1125$CM2"
    };
    private static final String[] FIRST = {
        "Léa", "Hugo", "Manon", "Nathan", "Zoé", "Élise", "Rayan", "Inès", "Louis", "Fatou", "Théo",
        "Salomé"
    };
    private static final String[] LAST = {
        "GARCIA",
        "D'ANDRÉ",
        "VIDAL",
        "BENSAÏD",
        "ROUX",
        "DA SILVA",
        "PUECH",
        "AZÉMA",
        "TRAORÉ",
        "CROS",
        "LE GOFF"
    };
    private static final String KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final int PUPILS_OF_SCHOOL = 182;

    private final Path folder;
    private final int pupils;
    private final Random random;
    private final List<List<Integer>> childrenOf = new ArrayList<>();

    private GenerateDelivery(Path folder, int pupils, long seed) {
        this.folder = folder;
        this.pupils = pupils;
        this.random = new Random(seed);
    }

    static void main(String[] args) throws IOException {
        write(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                args.length > 2 ? Long.parseLong(args[2]) : 1);
    }

    static void write(Path folder, int pupils, long seed) throws IOException {
        Files.createDirectories(folder);
        var delivery = new GenerateDelivery(folder, pupils, seed);
        delivery.structures();
        delivery.pupils();
        delivery.guardians();
        delivery.staff();
    }

    private int schools() {
        return Math.max(1, (pupils + PUPILS_OF_SCHOOL - 1) / PUPILS_OF_SCHOOL);
    }

    private interface Records {
        void into(StringBuilder xml, int number);
    }

    /** Twenty thousand records a file, as real deliveries are cut. */
    private void file(String kind, int count, Records records) throws IOException {
        for (var part = 0; part == 0 || part * 20_000 < count; part++) {
            try (var out =
                    Files.newBufferedWriter(
                            folder.resolve("%s_%s_%04d.xml".formatted(START, kind, part)))) {
                out.write(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n<ficAlimMENESR>\n");
                for (var i = part * 20_000; i < Math.min(count, (part + 1) * 20_000); i++)
                    record(out, records, i);
                out.write("</ficAlimMENESR>\n");
            }
        }
    }

    private static void record(BufferedWriter out, Records records, int number) throws IOException {
        var xml = new StringBuilder(4000);
        records.into(xml, number);
        out.write(xml.toString());
    }

    private static void open(StringBuilder xml, String category, int id) {
        var name = category.equals("EtabEducNat") ? "categorieStructure" : "categoriePersonne";
        xml.append("<addRequest>\n<operationalAttributes><attr name=\"")
                .append(name)
                .append("\"><value>")
                .append(category)
                .append("</value></attr></operationalAttributes>\n<identifier><id>")
                .append(id)
                .append("</id></identifier>\n<attributes>\n");
    }

    private static void close(StringBuilder xml) {
        xml.append("</attributes>\n</addRequest>\n\n");
    }

    private static void attr(StringBuilder xml, String name, Object... values) {
        xml.append("<attr name=\"").append(name).append("\">");
        for (var value : values) {
            if (value.equals("")) xml.append("<value/>");
            else
                xml.append("<value>")
                        .append(value.toString().replace("'", "&apos;"))
                        .append("</value>");
        }
        if (values.length == 0) xml.append("<value></value>");
        xml.append("</attr>\n");
    }

    private void structures() throws IOException {
        var districts = Math.max(1, schools() / 30);
        file(
                "EtabEducNat",
                schools() + districts + 2,
                (xml, i) -> {
                    var service = i < districts + 2;
                    var id = service ? 900 + i : 10_000 + i - districts - 2;
                    var insee = "34%03d".formatted(i % 340);
                    open(xml, "EtabEducNat", id);
                    attr(xml, "ENTStructureJointure", id);
                    attr(
                            xml,
                            "ENTStructureUAI",
                            "%07d%s".formatted(340000 + i, KEYS.charAt((340000 + i) % 23)));
                    attr(xml, "ENTStructureSIREN", service ? "" : "21340069000011");
                    attr(
                            xml,
                            "ENTStructureNomCourant",
                            i == 0
                                    ? "RECTORAT$$MONTPELLIER"
                                    : i == 1
                                            ? "D.S.D.E.N.$$MONTPELLIER"
                                            : service
                                                    ? "IEN$SECTEUR " + i + "$BEZIERS"
                                                    : "E.P.PU$LES ESSAIS "
                                                            + i
                                                            + "$COMMUNE "
                                                            + insee);
                    attr(
                            xml,
                            "ENTStructureTypeStruct",
                            i == 0
                                    ? "RECTORAT"
                                    : i == 1
                                            ? "INSPECTIONS ACADEMIQUES"
                                            : service
                                                    ? "CIRCONSCRIPTIONS INSPECTION EDUC NAT"
                                                    : "ECOLE DE NIVEAU ELEMENTAIRE");
                    attr(xml, "ENTEcoleMinistereTutelle", "MINISTERE DE L'EDUCATION NATIONALE");
                    attr(xml, "ENTEcoleSecteur", "PU");
                    attr(xml, "ENTEcoleCirconscription", service ? "" : 902 + i % districts);
                    attr(xml, "ENTEcoleCommune", insee + "$COMMUNE " + insee + "$034");
                    attr(xml, "ENTEcoleRPI", "");
                    attr(xml, "ENTServAcAcademie", "MONTPELLIER");
                    attr(xml, "ENTStructureAdresse", i + " rue des Essais");
                    attr(xml, "ENTStructureCodePostal", "34" + "%03d".formatted(i % 1000));
                    attr(xml, "ENTStructureVille", "COMMUNE " + insee);
                    attr(xml, "ENTStructureFax", "");
                    close(xml);
                });
    }

    private void pupils() throws IOException {
        file(
                "Eleve",
                pupils,
                (xml, i) -> {
                    var school = 10_000 + i / PUPILS_OF_SCHOOL;
                    var room = i % PUPILS_OF_SCHOOL / 26;
                    var level = LEVELS[Math.min(7, room + random.nextInt(2))];
                    var guardians = guardiansOf(i);
                    open(xml, "Eleve", 7_000_000 + i);
                    attr(xml, "ENTPersonJointure", 7_000_000 + i);
                    attr(
                            xml,
                            "ENTEleveINE",
                            "%09d".formatted(120_000_000 + i)
                                    + KEYS.charAt(i % 23)
                                    + KEYS.charAt(i % 19));
                    attr(
                            xml,
                            "ENTPersonDateNaissance",
                            "%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 2014 + i % 8));
                    attr(xml, "ENTPersonCivilite", i % 2 == 0 ? "Mme" : "M.");
                    attr(xml, "ENTPersonStructRattach", school);
                    attr(xml, "ENTEleveAutoriteParentale", guardians.toArray());
                    for (var yesNo :
                            List.of(
                                    "RestaurantScolaire",
                                    "Transport",
                                    "GarderieMatin",
                                    "GarderieSoir",
                                    "EtudesSurveillees")) {
                        attr(xml, "ENTEleve" + yesNo, random.nextBoolean() ? "O" : "N");
                    }
                    attr(xml, "ENTEleveNiveau", level);
                    attr(xml, "ENTEleveCycle", "2$CYCLE II");
                    attr(xml, "ENTEleveTypeClasse", "11$ORDINAIRE");
                    attr(
                            xml,
                            "ENTEleveDateEntreeClasses",
                            school + "$02/09/2024$" + (50_000 + room));
                    attr(xml, "ENTEleveDateSortieClasses", "");
                    attr(
                            xml,
                            "ENTPersonClasses",
                            school + "$11$ORDINAIRE$" + (50_000 + room) + "$CLASSE " + room);
                    attr(
                            xml,
                            "ENTPersonGroupes",
                            i % 50 == 0 ? school + "$40$REGROUPEMENT$60001$CHORALE" : "");
                    names(xml, i);
                    close(xml);
                });
    }

    /** One to three guardians; every fourth pupil is the next one's sibling and shares them. */
    private List<String> guardiansOf(int pupil) {
        var links = new ArrayList<String>();
        if (pupil % 4 == 1) {
            childrenOf.getLast().add(pupil);
            links.add(7_100_000 + childrenOf.size() - 1 + "$10");
            return links;
        }
        var draw = random.nextInt(100);
        var count = draw < 18 ? 1 : draw < 97 ? 2 : 3;
        for (var i = 0; i < count; i++) {
            childrenOf.add(new ArrayList<>(List.of(pupil)));
            links.add(7_100_000 + childrenOf.size() - 1 + new String[] {"$20", "$10", "$38"}[i]);
        }
        return links;
    }

    private void guardians() throws IOException {
        file(
                "PersRelEleve",
                childrenOf.size(),
                (xml, i) -> {
                    open(xml, "PersRelEleve", 7_100_000 + i);
                    attr(xml, "ENTPersonJointure", 7_100_000 + i);
                    attr(xml, "ENTPersonCivilite", i % 2 == 0 ? "M." : "Mme");
                    attr(
                            xml,
                            "ENTPersRelEleveEleve",
                            childrenOf.get(i).stream().map(pupil -> 7_000_000 + pupil).toArray());
                    attr(xml, "ENTPersonAdresse", "$$" + (1 + i % 90) + " RUE DES ESSAIS$");
                    attr(xml, "ENTPersonCodePostal", "34" + "%03d".formatted(i % 1000));
                    attr(xml, "ENTPersonVille", "COMMUNE " + i % 340);
                    attr(xml, "ENTPersonPays", "FRANCE");
                    attr(xml, "ENTPersonAdresseDiffusion", i % 9 == 0 ? "O" : "N");
                    attr(xml, "ENTPersonTelPerso", "");
                    attr(
                            xml,
                            "ENTPersRelEleveTelMobile",
                            i % 5 == 0
                                    ? ""
                                    : "+33 6 39 98 %02d %02d".formatted(i / 100 % 100, i % 100));
                    attr(xml, "ENTPersRelEleveTelPro", "");
                    attr(
                            xml,
                            "ENTPersonMail",
                            i % 3 == 0 ? "parent" + i + "@courriel.example" : "");
                    names(xml, i);
                    close(xml);
                });
    }

    private void staff() throws IOException {
        file(
                "PersEducNat",
                schools() * 8,
                (xml, i) -> {
                    var school = 10_000 + i / 8;
                    open(xml, "PersEducNat", 20_000 + i);
                    attr(xml, "ENTPersonJointure", 20_000 + i);
                    attr(xml, "ENTPersonDateNaissance", "05/05/1980");
                    attr(xml, "ENTPersonCivilite", "Mme");
                    attr(xml, "ENTPersonStructRattach", i % 10 == 9 ? "" : school);
                    attr(
                            xml,
                            "ENTPersonFonctions",
                            school
                                    + "$ENS$ENSEIGNEMENT$"
                                    + (i % 8 == 0 ? "D0000$DIRECTION" : "G0000$SANS SPECIALITE"));
                    attr(xml, "ENTPersonCategorieEnseignant", "O");
                    attr(xml, "ENTEnsFonctionDir", i % 8 == 0 ? school : "");
                    attr(xml, "ENTPersonMail", "agent" + i + "@ac-montpellier.example");
                    names(xml, i);
                    attr(xml, "ENTPersonAutresPrenoms", "");
                    close(xml);
                });
    }

    private void names(StringBuilder xml, int i) {
        var last = LAST[i % LAST.length];
        var first = FIRST[random.nextInt(FIRST.length)];
        attr(xml, "ENTPersonNomPatro", last);
        attr(xml, "ENTPersonNom", last);
        attr(xml, "ENTPersonPrenom", first);
        attr(xml, "ENTPersonAutresPrenoms", first, "Camille");
    }
}
