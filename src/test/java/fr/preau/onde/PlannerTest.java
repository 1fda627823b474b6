package fr.preau.onde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Plain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan says, without any database. */
class PlannerTest {
    private static final Known.SchoolClass CP_A = new Known.SchoolClass(1, "50001", "CP A");
    private static final Known.SchoolClass ULIS = new Known.SchoolClass(2, "59001", "Les Dauphins");

    private final List<Known.Pupil> pupils = new ArrayList<>();
    private final List<Known.Guardian> guardians = new ArrayList<>();

    private void pupil(
            long id, String source, String first, String last, String birth, String ine) {
        pupils.add(
                new Known.Pupil(
                        id,
                        source,
                        first,
                        last,
                        last,
                        LocalDate.parse(birth),
                        ine,
                        null,
                        null,
                        null,
                        null,
                        false,
                        true,
                        false,
                        "1121",
                        "CP",
                        "2",
                        "1:" + source,
                        ""));
    }

    private void guardian(long id, String source, String first, String last, String children) {
        guardians.add(
                new Known.Guardian(
                        id, source, "MME", first, last, null, null, null, null, null, null, null,
                        null, null, false, false, children));
    }

    private Plan plan(String... files) {
        return plan(Map.of(), files);
    }

    private Plan plan(Map<String, String> choices, String... files) {
        var lines = new ArrayList<Line>();
        var found = EnumSet.noneOf(Column.class);
        for (var file : files) {
            var extract = Csv.read(file);
            lines.addAll(extract.lines());
            found.addAll(extract.found());
        }
        return Planner.plan(
                lines,
                found,
                new Known(List.of(CP_A, ULIS), pupils, guardians),
                new Choices(choices));
    }

    private static List<String> sentences(Plan plan) {
        return plan.rows().stream()
                .flatMap(row -> row.remarks().stream())
                .map(Remark::sentence)
                .map(Plain::words)
                .toList();
    }

    private static Plan.Row row(Plan plan, String slot) {
        return plan.rows().stream()
                .filter(r -> r.line().slot().equals(slot))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_empty_school_gets_everybody_of_the_two_files() {
        var plan = plan(Csv.ALL_PUPILS, Csv.ALL_GUARDIANS);
        assertThat(plan.isStopped()).isFalse();
        assertThat(plan.rows()).allMatch(row -> row.action() == Action.CREATED);
        assertThat(plan.newTies())
                .extracting(tie -> tie.pupil() + tie.guardian() + " " + tie.code())
                .containsExactly("P2G2 10", "P3G3 10", "P4G3 10", "P3G4 20");
        assertThat(plan.leavers()).isEmpty();
    }

    @Test
    void a_class_is_proposed_by_its_number_then_by_its_label_and_the_director_has_the_last_word() {
        var file =
                Csv.ALL_PUPILS
                        + Csv.ZOE
                                .replace("129999001AB", "129999009AB")
                                .replace("Zoé", "Ana")
                                .replace("cp-a", "CE1");
        assertThat(plan(file).classes())
                .extracting(row -> row.into() == null ? "new" : row.into().label())
                .containsExactly("CP A", "Les Dauphins", "new");
        assertThat(plan(Map.of("C0", "new", "C2", "1", "C1", "999"), file).classes())
                .extracting(row -> row.into() == null ? "new" : row.into().label())
                .containsExactly("new", "Les Dauphins", "CP A");
    }

    @Test
    void a_pupil_of_the_feed_is_never_changed_nor_let_go() {
        pupil(7, "FEED", "Zoé", "Exemple", "2018-03-14", "129999001AB");
        pupil(8, "FEED", "Ana", "Ailleurs", "2018-03-14", "129999008AB");
        var plan =
                plan(Csv.PUPILS + Csv.ZOE.replace("EXEMPLE", "EXEMPLAIRE").replace("cp-a", "ULIS"));
        var zoe = row(plan, "P2");
        assertThat(zoe.action()).isEqualTo(Action.HELD);
        assertThat(zoe.write()).isNull();
        assertThat(zoe.seat()).isNull();
        assertThat(sentences(plan))
                .containsExactly(
                        "Tenu par l’annuaire national : à corriger dans ONDE (nom de l’élève, classe).");
        assertThat(plan.leavers()).isEmpty();
        assertThat(plan.changesNothing()).isTrue();
    }

    @Test
    void a_pupil_without_number_is_known_by_names_and_birth_date() {
        pupil(7, "ONDE", "Zoé", "EXEMPLE", "2018-03-14", null);
        assertThat(row(plan(Csv.PUPILS + Csv.ZOE), "P2").person()).isEqualTo(7);
        var other = plan(Csv.PUPILS + Csv.ZOE.replace("2018-03-14", "2018-03-15"));
        assertThat(row(other, "P2").action()).isEqualTo(Action.CREATED);
    }

    @Test
    void between_namesakes_only_the_director_chooses() {
        pupil(7, "ONDE", "Zoé", "EXEMPLE", "2018-03-14", null);
        pupil(8, "ONDE", "Zoe", "Exemple", "2018-03-14", null);
        var file = Csv.PUPILS + Csv.ZOE.replace("129999001AB", "");
        var plan = plan(file);
        assertThat(plan.isStopped()).isTrue();
        assertThat(plan.leavers()).as("nobody leaves while it is not known who stays").isEmpty();
        assertThat(row(plan, "P2").asks().getFirst().candidates())
                .extracting(Plan.Candidate::value)
                .containsExactly("7", "8", "new", "skip");
        var chosen = plan(Map.of("P2", "8"), file);
        assertThat(chosen.isStopped()).isFalse();
        assertThat(row(chosen, "P2").person()).isEqualTo(8);
        assertThat(chosen.leavers()).extracting(Plan.Leaver::person).containsExactly(7L);
        assertThat(row(plan(Map.of("P2", "999"), file), "P2").stops())
                .as("an answer that was not offered is none")
                .isTrue();
        assertThat(row(plan(Map.of("P2", "skip"), file), "P2").action()).isEqualTo(Action.LEFT);
    }

    @Test
    void two_lines_are_never_the_same_pupil() {
        assertThat(sentences(plan(Csv.PUPILS + Csv.ZOE + Csv.ZOE)))
                .containsExactly(
                        "Cet élève est déjà sur la ligne 2. Laissez l’une des deux de côté.");
    }

    @Test
    void the_number_of_another_schools_pupil_opens_nothing() {
        pupils.add(
                new Known.Pupil(
                        9,
                        "FEED",
                        "Léo",
                        "Lointain",
                        "Lointain",
                        LocalDate.parse("2018-03-14"),
                        "129999001AB",
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        true,
                        null,
                        null,
                        null,
                        "",
                        ""));
        var plan = plan(Csv.PUPILS + Csv.ZOE);
        assertThat(plan.isStopped()).isTrue();
        assertThat(row(plan, "P2").person()).isNull();
        assertThat(sentences(plan).getFirst())
                .contains("un élève d’une autre école")
                .doesNotContain("Léo");
    }

    @Test
    void a_line_says_what_is_wrong_with_it() {
        assertThat(sentences(plan(Csv.PUPILS + Csv.ZOE.replace(";Zoé;", ";;"))))
                .containsExactly(
                        "La case « prénom de l’élève » est vide. Complétez la fiche dans ONDE, ou laissez cette ligne de côté.");
        assertThat(
                        sentences(plan(Csv.PUPILS + Csv.ZOE.replace("EXEMPLE", "=HYPERLINK(1)")))
                                .getFirst())
                .contains("formule de tableur");
        assertThat(sentences(plan(Csv.PUPILS + Csv.ZOE.replace("2018-03-14", "30/02/2018"))))
                .containsExactly(
                        "La date de naissance ne se lit pas. Elle s’écrit 14/03/2018 ou 2018-03-14.");
        assertThat(sentences(plan(Csv.PUPILS + Csv.ZOE.replace("129999001AB", "12"))))
                .containsExactly("L’INE n’a pas la bonne forme : il est ignoré.");
    }

    @Test
    void only_pupils_of_onde_leave_and_their_guardians_with_them() {
        pupil(7, "ONDE", "Zoé", "EXEMPLE", "2018-03-14", "129999001AB");
        pupil(8, "ONDE", "Ana", "PARTIE", "2018-03-14", "129999008AB");
        guardian(21, "ONDE", "Anne", "EXEMPLE", "7");
        guardian(22, "ONDE", "Iris", "PARTIE", "8");
        guardian(23, "FEED", "Ève", "PARTIE", "8");
        var plan = plan(Csv.PUPILS + Csv.ZOE);
        assertThat(plan.leavers()).extracting(Plan.Leaver::person).containsExactly(8L, 22L);
        assertThat(plan.shrinks()).isTrue();
        assertThat(plan(Csv.ALL_GUARDIANS).leavers())
                .as("the guardians' file alone lets nobody go")
                .isEmpty();
    }

    @Test
    void a_guardian_is_known_by_names_and_a_child_and_loses_a_child_whom_the_files_no_longer_say() {
        pupil(7, "ONDE", "Zoé", "EXEMPLE", "2018-03-14", "129999001AB");
        guardian(21, "ONDE", "Anne", "Modèle", "7");
        guardian(22, "ONDE", "Jean", "EXEMPLE", "7");
        guardian(23, "LOCAL", "Rose", "EXEMPLE", "7");
        var plan = plan(Csv.PUPILS + Csv.ZOE, Csv.GUARDIANS + Csv.ANNE);
        assertThat(row(plan, "G2").person()).isEqualTo(21);
        assertThat(row(plan, "G2").changes()).contains("courriel", "téléphone portable");
        assertThat(plan.newTies()).isEmpty();
        assertThat(plan.endedTies()).extracting(Plan.Tie::guardian).containsExactly("#22");
        assertThat(plan.leavers()).extracting(Plan.Leaver::person).containsExactly(22L);
    }

    @Test
    void children_with_the_same_name_are_told_apart_by_their_class_else_by_the_director() {
        var twin =
                Csv.ZOE.replace("129999001AB", "129999009AB").replace("2018-03-14", "2016-01-02");
        var apart =
                plan(Csv.PUPILS + Csv.ZOE + twin.replace("cp-a", "ULIS"), Csv.GUARDIANS + Csv.ANNE);
        assertThat(apart.newTies()).extracting(Plan.Tie::pupil).containsExactly("P2");
        var together = plan(Csv.PUPILS + Csv.ZOE + twin, Csv.GUARDIANS + Csv.ANNE);
        assertThat(together.isStopped()).isTrue();
        var chosen =
                plan(Map.of("G2-1", "P3"), Csv.PUPILS + Csv.ZOE + twin, Csv.GUARDIANS + Csv.ANNE);
        assertThat(chosen.newTies()).extracting(Plan.Tie::pupil).containsExactly("P3");
    }

    @Test
    void a_guardian_of_children_whom_the_feed_owns_is_left_to_the_feed() {
        pupil(7, "FEED", "Zoé", "Exemple", "2018-03-14", "129999001AB");
        var plan = plan(Csv.PUPILS + Csv.ZOE, Csv.GUARDIANS + Csv.ANNE);
        assertThat(row(plan, "G2").action()).isEqualTo(Action.HELD);
        assertThat(plan.changesNothing()).isTrue();
    }

    @Test
    void a_child_of_another_school_is_left_aside_with_a_warning() {
        var plan = plan(Csv.PUPILS + Csv.NOE, Csv.GUARDIANS + Csv.LISE + Csv.ANNE);
        assertThat(row(plan, "G2").action()).isEqualTo(Action.CREATED);
        assertThat(row(plan, "G3").action()).isEqualTo(Action.LEFT);
        assertThat(plan.isStopped()).isFalse();
        assertThat(sentences(plan))
                .containsExactly(
                        "Maïa FACTICE n’est pas un élève de l’école : ce lien est laissé de côté.",
                        "Zoé EXEMPLE n’est pas un élève de l’école : ce lien est laissé de côté.");
    }
}
