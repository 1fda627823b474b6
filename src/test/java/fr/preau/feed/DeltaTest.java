package fr.preau.feed;

import static fr.preau.feed.AafFolder.change;
import static fr.preau.feed.AafFolder.guardian;
import static fr.preau.feed.AafFolder.pupil;
import static fr.preau.feed.AafFolder.removal;
import static fr.preau.feed.AafFolder.school;
import static fr.preau.feed.AafFolder.staff;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delta says what has changed since the day before, and nothing else changes. */
class DeltaTest extends FeedDatabase {
    private static final String CP = "ENTPersonClasses=101$11$ORDINAIRE$50001$CP A";

    @BeforeEach
    void a_full_delivery_has_entered() {
        delivery()
                .with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        pupil(
                                "1",
                                "101",
                                "Benali",
                                CP,
                                "ENTPersonGroupes=101$40$REGROUPEMENT$60001$CHORALE",
                                "ENTEleveAutoriteParentale=11$10|12$20",
                                "ENTEleveRestaurantScolaire=N",
                                "ENTEleveINE=120000001AB"),
                        pupil("2", "102", "Benali", "ENTEleveAutoriteParentale=11$10"),
                        pupil("3", "101", "Costa", CP, "ENTEleveAutoriteParentale=13$10"),
                        pupil("4", "101", "Leroy", CP, "ENTEleveAutoriteParentale=14$10"))
                .with(
                        "PersRelEleve",
                        guardian("11", "Benali", "ENTPersonMail=amina@courriel.example"),
                        guardian("12", "Benali"),
                        guardian("13", "Costa"),
                        guardian("14", "Leroy"))
                .with(
                        "PersEducNat",
                        staff(
                                "21",
                                "Olivet",
                                "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$D0000$DIRECTION",
                                "ENTEnsFonctionDir=101"));
        imported();
    }

    private AafFolder delta() {
        return new AafFolder(folder, "ENTOCC_MONTPELLIER_Delta_20240903");
    }

    @Test
    void a_partial_modification_changes_what_it_says_and_keeps_the_rest() {
        delta().with("Eleve", change("Eleve", "1", "ENTEleveRestaurantScolaire=O"));
        assertThat(imported().changes()).isEqualTo(1);
        assertThat(
                        read(
                                "select canteen::text from enrolment e join person p on p.id = e.pupil_id where p.join_key = '1'"))
                .isEqualTo("true");
        assertThat(
                        read(
                                "select ine || level from person p join enrolment e on e.pupil_id = p.id where join_key = '1'"))
                .isEqualTo("120000001AB1121");
        assertThat(count("guardianship g join person p on p.id = g.pupil_id and p.join_key = '1'"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "class_enrolment e join person p on p.id = e.pupil_id and p.join_key = '1'"))
                .isEqualTo(2);
    }

    @Test
    void a_class_is_left_on_the_day_that_the_feed_says() {
        delta().with(
                        "Eleve",
                        pupil(
                                "3",
                                "101",
                                "Costa",
                                CP,
                                left("10/09/2024"),
                                "ENTEleveAutoriteParentale=13$10"),
                        pupil(
                                "4",
                                "101",
                                "Leroy",
                                CP,
                                left("03/09/2024"),
                                "ENTEleveAutoriteParentale=14$10"));
        imported();
        assertThat(
                        read(
                                "select string_agg(p.join_key || ' ' || coalesce(e.leaves_on::text, 'stays'), ', ' order by p.join_key) from class_enrolment e"
                                        + " join person p on p.id = e.pupil_id join school_class k on k.id = e.class_id and k.kind = 'CLASS'"))
                .isEqualTo("1 stays, 3 2024-09-10");
        assertThat(
                        read(
                                "select string_agg(p.join_key, ' ' order by p.join_key) from circle_member m join circle c on c.id = m.circle_id"
                                        + " join school_class k on k.id = c.class_id and k.kind = 'CLASS' join person p on p.id = m.person_id and p.kind = 'PUPIL'"))
                .isEqualTo("1 3");
    }

    private static String left(String day) {
        return "ENTEleveDateSortieClasses=101$" + day + "$50001";
    }

    @Test
    void an_empty_modification_empties() {
        delta().with("Eleve", change("Eleve", "1", "ENTPersonGroupes="))
                .with("PersRelEleve", change("PersRelEleve", "11", "ENTPersonMail="));
        imported();
        assertThat(
                        count(
                                "class_enrolment e join person p on p.id = e.pupil_id and p.join_key = '1'"))
                .isEqualTo(1);
        assertThat(read("select email from person where join_key = '11'")).isEmpty();
        assertThat(read("select last_name from person where join_key = '11'")).isEqualTo("Benali");
    }

    @Test
    void whoever_is_added_enters_with_guardians_known_already_or_new() {
        delta().with(
                        "Eleve",
                        pupil("5", "101", "Benali", CP, "ENTEleveAutoriteParentale=11$10|15$20"))
                .with("PersRelEleve", guardian("15", "Nouveau"));
        var report = imported();
        assertThat(report.rejected()).isZero();
        assertThat(count("guardianship g join person p on p.id = g.pupil_id and p.join_key = '5'"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "affiliation a join person p on p.id = a.person_id and p.join_key in ('5', '15')"))
                .isEqualTo(2);
    }

    @Test
    void whoever_is_deleted_is_in_partance_with_guardians_who_have_no_other_child() {
        delta().with("Eleve", removal("Eleve", "3"), removal("Eleve", "1"));
        assertThat(imported().text()).contains("4 personnes quittent l'annuaire");
        assertThat(
                        read(
                                "select string_agg(join_key, ' ' order by join_key) from person where departed_at is not null"))
                .isEqualTo("1 12 13 3");
        assertThat(count("departure")).isEqualTo(4);
        assertThat(
                        count(
                                "affiliation a join person p on p.id = a.person_id and p.join_key in ('1', '3', '12', '13')"))
                .isZero();
        assertThat(
                        read(
                                "select s.join_key from affiliation a join structure s on s.id = a.school_id join person p on p.id = a.person_id where p.join_key = '11'"))
                .isEqualTo("102");
    }

    @Test
    void somebody_who_comes_back_is_whole_again() {
        delta().with("Eleve", removal("Eleve", "3"));
        imported();
        new AafFolder(folder, "ENTOCC_MONTPELLIER_Delta_20240904")
                .with("Eleve", pupil("3", "101", "Costa", CP, "ENTEleveAutoriteParentale=13$10"))
                .with("PersRelEleve", guardian("13", "Costa"));
        assertThat(imported().text()).contains("2 personnes reviennent dans l'annuaire");
        assertThat(count("person where departed_at is not null")).isZero();
        assertThat(count("departure")).isZero();
    }

    @Test
    void a_modification_of_an_unknown_person_is_reported_and_creates_nobody() {
        delta().with(
                        "Eleve",
                        change("Eleve", "99", "ENTEleveRestaurantScolaire=O"),
                        removal("Eleve", "98"));
        assertThat(imported().text())
                .contains(
                        "99 · modification d'une personne inconnue",
                        "98 · suppression d'une personne inconnue");
        assertThat(count("person where join_key in ('98', '99')")).isZero();
    }

    @Test
    void a_delta_never_removes_a_class() {
        delta().with("Eleve", change("Eleve", "1", "ENTPersonClasses=101$11$ORDINAIRE$50002$CE1"));
        imported();
        assertThat(
                        read(
                                "select string_agg(label, ' ' order by label) from school_class where kind = 'CLASS'"))
                .isEqualTo("CE1 CP A");
    }

    @Test
    void a_whole_modification_moves_a_pupil_to_another_school() {
        delta().with(
                        "Eleve",
                        pupil(
                                        "3",
                                        "102",
                                        "Costa",
                                        "ENTPersonClasses=102$11$ORDINAIRE$50001$PS",
                                        "ENTEleveAutoriteParentale=13$10")
                                .replace("addRequest", "modifyRequest")
                                .replace("<attributes>", "<modifications>")
                                .replace("</attributes>", "</modifications>")
                                .replaceAll(
                                        "<attr name=\"ENT([^\"]*)\">(.*?)</attr>",
                                        "<modification name=\"ENT$1\" operation=\"replace\">$2</modification>"));
        imported();
        assertThat(
                        read(
                                "select string_agg(distinct s.join_key, ' ') from affiliation a join structure s on s.id = a.school_id join person p on p.id = a.person_id where p.join_key in ('3', '13')"))
                .isEqualTo("102");
    }

    @Test
    void a_person_named_twice_in_a_delta_gets_both_changes_in_order() {
        delta().with(
                        "Eleve",
                        change("Eleve", "1", "ENTEleveRestaurantScolaire=O", "ENTEleveTransport=N"),
                        change("Eleve", "1", "ENTEleveTransport=O"));
        imported();
        assertThat(
                        read(
                                "select canteen::text || bus::text from enrolment e join person p on p.id = e.pupil_id where p.join_key = '1'"))
                .isEqualTo("truetrue");
    }

    @Test
    void deltas_are_applied_in_the_order_of_their_dates() {
        new AafFolder(folder, "ENTOCC_MONTPELLIER_Delta_20240905")
                .with(
                        "PersRelEleve",
                        change("PersRelEleve", "11", "ENTPersonMail=dernier@courriel.example"));
        new AafFolder(folder, "ENTOCC_MONTPELLIER_Delta_20240904")
                .with(
                        "PersRelEleve",
                        change("PersRelEleve", "11", "ENTPersonMail=avant@courriel.example"));
        imported();
        assertThat(read("select email from person where join_key = '11'"))
                .isEqualTo("dernier@courriel.example");
    }

    @Test
    void a_delta_older_than_the_last_delivery_is_left_alone() {
        new AafFolder(folder, "ENTOCC_MONTPELLIER_Delta_20240905")
                .with(
                        "PersRelEleve",
                        change("PersRelEleve", "11", "ENTPersonMail=dernier@courriel.example"));
        imported();
        var late = new AafFolder(folder.resolve("late"), "ENTOCC_MONTPELLIER_Delta_20240904");
        late.with(
                "PersRelEleve",
                change("PersRelEleve", "11", "ENTPersonMail=avant@courriel.example"));
        assertThat(
                        importedFrom(late.path, ImportOptions.USUAL.of(java.util.Optional.of("11")))
                                .fate())
                .isEqualTo(ImportReport.Fate.OVERTAKEN);
        assertThat(read("select email from person where join_key = '11'"))
                .isEqualTo("dernier@courriel.example");
    }

    @Test
    void the_same_delta_again_changes_nothing_known_or_read() {
        delta().with(
                        "Eleve",
                        removal("Eleve", "3"),
                        change("Eleve", "1", "ENTEleveRestaurantScolaire=O"));
        imported();
        assertThat(imported().fate()).isEqualTo(ImportReport.Fate.KNOWN);
        var again = importedFrom(folder, ImportOptions.USUAL.forced());
        assertThat(count("person where departed_at is not null")).isEqualTo(2);
        assertThat(again.fate()).isEqualTo(ImportReport.Fate.IMPORTED);
    }

    @Test
    void a_director_who_is_corrected_keeps_their_school() {
        delta().with("PersEducNat", change("PersEducNat", "21", "ENTPersonMail=marc@ac.example"));
        imported();
        assertThat(read("select string_agg(kind, ' ' order by kind) from role"))
                .isEqualTo("DIRECTOR TEACHER");
        delta().with("PersEducNat", change("PersEducNat", "21", "ENTEnsFonctionDir="));
        imported();
        assertThat(read("select string_agg(kind, ' ' order by kind) from role"))
                .isEqualTo("TEACHER");
    }
}
