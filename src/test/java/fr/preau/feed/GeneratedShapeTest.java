package fr.preau.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.directory.Siret;
import fr.preau.directory.Uai;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated delivery looks like the ministry's, as the reader of real ones sees it. */
class GeneratedShapeTest {
    private static final List<String> ACADEMIES = List.of("montpellier", "toulouse");
    private static final int SCHOOLS = 160;

    @TempDir static Path folder;

    private static GeneratedRegion region;
    private static final Map<String, Map<String, FeedRecord>> people = new HashMap<>();

    @BeforeAll
    static void generated() {
        region = new GeneratedRegion(folder, SCHOOLS, "--days", "2");
        for (var academy : ACADEMIES) people.put(academy, region.people(academy));
    }

    private static List<FeedRecord> all(String category) {
        return people.values().stream()
                .flatMap(one -> one.values().stream())
                .filter(record -> record.category().equals(category))
                .toList();
    }

    private static List<FeedRecord> structures(String academy) {
        return region.records(academy, "Complet_20240902_EtabEducNat");
    }

    private static double share(long part, long whole) {
        return 100.0 * part / whole;
    }

    @Test
    void every_public_number_passes_its_check() {
        for (var academy : ACADEMIES) {
            var numbers = new HashSet<String>();
            for (var structure : structures(academy)) {
                var uai = structure.first("ENTStructureUAI");
                assertThat(new Uai(uai).isValid()).as(uai).isTrue();
                assertThat(numbers.add(uai)).as("%s stands once", uai).isTrue();
                var siret = structure.first("ENTStructureSIREN");
                assertThat(new Siret(siret).isValid()).as(siret).isTrue();
            }
        }
    }

    @Test
    void each_academy_has_its_rectorat_its_departements_and_its_districts() {
        var departments = new HashSet<String>();
        for (var academy : ACADEMIES) {
            var all = structures(academy);
            var ids = all.stream().map(FeedRecord::id).collect(Collectors.toSet());
            assertThat(all).filteredOn(s -> type(s).equals("RECTORAT")).hasSize(1);
            for (var structure : all) {
                if (type(structure).equals("INSPECTIONS ACADEMIQUES"))
                    departments.add(structure.first("ENTEcoleCommune").substring(0, 2));
                if (!type(structure).startsWith("ECOLE")) continue;
                assertThat(ids).contains(structure.first("ENTEcoleCirconscription"));
                assertThat(structure.first("ENTEcoleCommune"))
                        .matches("\\d{5}\\$[A-Z' -]+\\$0\\d\\d");
            }
        }
        assertThat(departments)
                .containsExactlyInAnyOrder(
                        "09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81",
                        "82");
    }

    private static String type(FeedRecord structure) {
        return structure.first("ENTStructureTypeStruct");
    }

    @Test
    void there_are_as_many_schools_as_asked_of_every_kind_and_some_share_their_levels() {
        var schools =
                ACADEMIES.stream()
                        .flatMap(academy -> structures(academy).stream())
                        .filter(structure -> type(structure).startsWith("ECOLE"))
                        .toList();
        assertThat(schools).hasSize(SCHOOLS);
        for (var initials : List.of("E.M.PU$", "E.E.PU$", "E.P.PU$"))
            assertThat(schools)
                    .anyMatch(s -> s.first("ENTStructureNomCourant").startsWith(initials));
        var grouped = schools.stream().filter(s -> !s.first("ENTEcoleRPI").isEmpty()).count();
        assertThat(share(grouped, SCHOOLS)).isBetween(4.0, 25.0);
    }

    @Test
    void the_keys_of_the_two_academies_collide() {
        var shared = new HashSet<>(people.get("montpellier").keySet());
        shared.retainAll(people.get("toulouse").keySet());
        assertThat(shared.size()).isGreaterThan(people.get("montpellier").size() / 2);
        var ids = structures("montpellier").stream().map(FeedRecord::id).toList();
        assertThat(structures("toulouse").stream().map(FeedRecord::id)).containsAnyElementsOf(ids);
    }

    @Test
    void counts_are_those_of_a_region_in_small() {
        assertThat(all("Eleve").size() / SCHOOLS).isBetween(85, 125);
        assertThat(all("PersEducNat").size() * 10 / SCHOOLS).isBetween(65, 95);
        assertThat(share(all("PersRelEleve").size(), all("Eleve").size())).isBetween(150.0, 175.0);
        var classes = new HashMap<String, Set<String>>();
        for (var academy : ACADEMIES)
            for (var pupil : people.get(academy).values())
                if (pupil.category().equals("Eleve"))
                    classes.computeIfAbsent(
                                    academy + pupil.first("ENTPersonClasses"),
                                    key -> new HashSet<>())
                            .add(pupil.first("ENTEleveNiveau"));
        var several = classes.values().stream().filter(levels -> levels.size() > 1).count();
        assertThat(share(several, classes.size())).isBetween(8.0, 25.0);
    }

    @Test
    void families_are_as_various_as_real_ones() {
        var links =
                all("Eleve").stream()
                        .collect(
                                Collectors.groupingBy(
                                        pupil -> pupil.all("ENTEleveAutoriteParentale").size(),
                                        Collectors.counting()));
        assertThat(links.keySet()).contains(0, 1, 2, 3);
        var codes =
                all("Eleve").stream()
                        .flatMap(pupil -> pupil.all("ENTEleveAutoriteParentale").stream())
                        .map(link -> link.substring(link.indexOf('$') + 1))
                        .collect(Collectors.toSet());
        assertThat(codes).containsExactlyInAnyOrder("10", "20", "38", "39", "42", "50", "90");
        var siblings =
                all("PersRelEleve").stream()
                        .filter(one -> one.all("ENTPersRelEleveEleve").size() > 1)
                        .count();
        assertThat(share(siblings, all("PersRelEleve").size())).isBetween(8.0, 25.0);
        assertThat(apart()).isBetween(10.0, 35.0);
    }

    /** How many pupils in a hundred have two households. */
    private static double apart() {
        var apart = 0;
        for (var one : people.values())
            for (var pupil : one.values())
                if (pupil.all("ENTEleveAutoriteParentale").stream()
                                .map(link -> one.get(link.substring(0, link.indexOf('$'))))
                                .map(guardian -> guardian.first("ENTPersonAdresse"))
                                .distinct()
                                .count()
                        > 1) apart++;
        return share(apart, all("Eleve").size());
    }

    @Test
    void staff_are_attached_replace_or_direct_as_the_real_ones_do() {
        var staff = all("PersEducNat");
        var free = staff.stream().filter(a -> a.first("ENTPersonStructRattach").isEmpty()).count();
        assertThat(share(free, staff.size())).isBetween(5.0, 18.0);
        assertThat(staff.stream().filter(a -> !a.first("ENTEnsFonctionDir").isEmpty()).count())
                .isBetween(SCHOOLS * 85L / 100, (long) SCHOOLS);
        assertThat(staff)
                .anyMatch(a ->
                        a.first("ENTEnsFonctionDir").isEmpty()
                                && a.first("ENTPersonFonctions").contains("$D0000$"));
    }

    @Test
    void nobody_named_is_missing_and_no_adult_is_named_by_nobody() {
        for (var academy : ACADEMIES) {
            assertConsistent(people.get(academy));
            assertConsistent(region.people(academy, "20240903"));
            assertConsistent(region.people(academy, "20240903", "20240904"));
        }
    }

    private static void assertConsistent(Map<String, FeedRecord> everybody) {
        var named = new HashSet<String>();
        var children = new HashSet<String>();
        for (var one : everybody.values()) {
            for (var link : one.all("ENTEleveAutoriteParentale"))
                named.add(one.id() + " " + link.substring(0, link.indexOf('$')));
            for (var child : one.all("ENTPersRelEleveEleve")) children.add(child + " " + one.id());
        }
        assertThat(children).isEqualTo(named);
        assertThat(named).allMatch(link -> everybody.containsKey(link.split(" ")[1]));
    }

    @Test
    void a_day_touches_about_one_person_in_a_hundred_in_every_way() {
        for (var academy : ACADEMIES) {
            var told =
                    region.records(academy, "Delta_20240903").stream()
                            .filter(record -> !record.category().equals("EtabEducNat"))
                            .toList();
            assertThat(share(told.size(), people.get(academy).size())).isBetween(0.5, 2.0);
            assertThat(told.stream().map(FeedRecord::id)).doesNotHaveDuplicates();
            assertThat(told.stream().map(FeedRecord::request).distinct()).hasSize(3);
            assertThat(told)
                    .anyMatch(record ->
                            record.values().containsKey("ENTPersonClasses")
                                    && record.request() == FeedRecord.Request.MODIFY);
        }
    }
}
