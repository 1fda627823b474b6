package fr.preau.feed;

import static fr.preau.feed.AafFolder.guardian;
import static fr.preau.feed.AafFolder.pupil;
import static fr.preau.feed.AafFolder.record;
import static fr.preau.feed.AafFolder.school;
import static fr.preau.feed.AafFolder.staff;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.Wall;
import org.junit.jupiter.api.Test;

class MergeTest extends FeedDatabase {
    private static final String CP = "ENTPersonClasses=101$11$ORDINAIRE$50001$CP A";
    private static final String CE1 = "ENTPersonClasses=101$11$ORDINAIRE$50002$CE1";

    private AafFolder small() {
        return delivery()
                .with("EtabEducNat", school("101", "0341315V"), school("102", "0340289E"))
                .with(
                        "Eleve",
                        pupil(
                                "1",
                                "101",
                                "Benali",
                                CP,
                                "ENTEleveAutoriteParentale=11$10|12$20",
                                "ENTPersonGroupes=101$40$REGROUPEMENT$60001$CHORALE"),
                        pupil(
                                "2",
                                "102",
                                "Benali",
                                "ENTEleveAutoriteParentale=11$10|12$20",
                                "ENTPersonClasses=102$11$ORDINAIRE$50001$PS"),
                        pupil("3", "101", "Costa", CP, "ENTEleveAutoriteParentale=13$38"))
                .with(
                        "PersRelEleve",
                        guardian("11", "Benali"),
                        guardian("12", "Benali"),
                        guardian("13", "Costa"))
                .with(
                        "PersEducNat",
                        staff(
                                "21",
                                "Olivet",
                                "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$D0000$DIRECTION",
                                "ENTEnsFonctionDir=101"),
                        staff(
                                "22",
                                "Reynès",
                                "ENTPersonStructRattach=",
                                "ENTPersonFonctions=101$-$SANS OBJET$-$SANS OBJET"));
    }

    @Test
    void a_small_delivery_enters_and_the_report_counts_it() {
        small();
        assertThat(imported().lines())
                .extracting(line -> line.label() + " " + line.read() + " " + line.created())
                .containsExactly(
                        "services 0 0",
                        "écoles 2 2",
                        "classes 2 2",
                        "groupes 1 1",
                        "élèves 3 3",
                        "responsables 3 3",
                        "personnels 2 2",
                        "liens 5 5");
        assertThat(count("person")).isEqualTo(8);
        assertThat(count("guardianship")).isEqualTo(5);
        assertThat(count("class_enrolment")).isEqualTo(4);
    }

    @Test
    void the_same_delivery_again_changes_nothing() {
        small();
        assertThat(imported().changes()).isPositive();
        var rows = read("select string_agg(xmin::text || ctid::text, ' ' order by id) from person");
        var again = imported();
        assertThat(again.changes()).isZero();
        assertThat(again.text()).contains("Rien n'a changé.");
        assertThat(read("select string_agg(xmin::text || ctid::text, ' ' order by id) from person"))
                .isEqualTo(rows);
    }

    @Test
    void the_order_of_files_records_and_attributes_does_not_matter() {
        delivery()
                .with(
                        "Eleve",
                        record(
                                "Eleve",
                                "1",
                                "ENTEleveAutoriteParentale=11$10",
                                "ENTPersonPrenom=Yanis",
                                CP,
                                "ENTPersonNom=Benali",
                                "ENTPersonStructRattach=101",
                                "ENTPersonJointure=1"))
                .with("PersRelEleve", guardian("11", "Benali"))
                .with("EtabEducNat", school("101", "0341315V"));
        assertThat(imported().rejected()).isZero();
        assertThat(count("guardianship")).isEqualTo(1);
    }

    @Test
    void schools_hang_on_their_district_and_stand_beside_their_town() {
        delivery()
                .with(
                        "EtabEducNat",
                        school("101", "0341315V", "ENTEcoleCirconscription=900"),
                        school("102", "0340289E", "ENTEcoleCirconscription=999"),
                        record(
                                "EtabEducNat",
                                "900",
                                "ENTStructureJointure=900",
                                "ENTStructureNomCourant=IEN$BEZIERS-NORD$BEZIERS",
                                "ENTStructureTypeStruct=CIRCONSCRIPTIONS INSPECTION EDUC NAT",
                                "ENTEcoleCommune=34032$BEZIERS$034"));
        imported();
        assertThat(
                        read(
                                "select p.name from structure s join structure p on p.id = s.parent_id where s.join_key = '101'"))
                .isEqualTo("Circonscription Beziers-Nord");
        assertThat(
                        read(
                                "select p.kind from structure s join structure p on p.id = s.parent_id where s.join_key = '102'"))
                .isEqualTo("ACADEMY");
        assertThat(read("select siret from structure where kind = 'TOWN'"))
                .isEqualTo("21340069000011");
        assertThat(
                        read(
                                "select string_agg(n.kind, ' ' order by n.kind) from school_above a join structure n on n.id = a.node_id "
                                        + "join structure s on s.id = a.school_id where s.join_key = '101'"))
                .isEqualTo("ACADEMY DISTRICT REGION SCHOOL TOWN");
    }

    @Test
    void circles_of_families_hold_each_guardian_for_each_child() {
        small();
        imported();
        assertThat(
                        count(
                                "circle_member m join circle c on c.school_id = m.school_id and c.id = m.circle_id "
                                        + "join school_class k on k.id = c.class_id and k.kind = 'CLASS' where c.kind = 'CLASS_FAMILIES'"))
                .isEqualTo(5);
        assertThat(
                        count(
                                "circle_member m join circle c on c.school_id = m.school_id and c.id = m.circle_id where c.kind = 'SCHOOL_TEACHERS'"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "affiliation a join person p on p.id = a.person_id where p.join_key = '11'"))
                .isEqualTo(2);
    }

    @Test
    void a_pupil_who_has_changed_class_moves_and_their_families_with_them() {
        small();
        imported();
        delivery()
                .with(
                        "Eleve",
                        pupil("1", "101", "Benali", CE1, "ENTEleveAutoriteParentale=11$10"),
                        pupil("2", "102", "Benali", "ENTEleveAutoriteParentale=11$10|12$20"),
                        pupil("3", "101", "Costa", CP, "ENTEleveAutoriteParentale=13$38"));
        assertThat(imported().changes()).isPositive();
        assertThat(
                        read(
                                "select c.label from class_enrolment e join school_class c on c.school_id = e.school_id and c.id = e.class_id "
                                        + "join person p on p.id = e.pupil_id where p.join_key = '1'"))
                .isEqualTo("CE1");
        assertThat(
                        read(
                                "select string_agg(p.join_key, ' ') from circle_member m join circle c on c.school_id = m.school_id and c.id = m.circle_id "
                                        + "join school_class k on k.id = c.class_id join person p on p.id = m.person_id "
                                        + "where c.kind = 'CLASS_FAMILIES' and k.label = 'CE1'"))
                .isEqualTo("11");
        assertThat(
                        count(
                                "standing r join person p on p.id = r.person_id where p.join_key = '12' and r.kind = 'GUARDIAN'"))
                .isEqualTo(1);
    }

    @Test
    void a_pupil_who_has_changed_school_leaves_the_first() {
        small();
        imported();
        delivery()
                .with(
                        "Eleve",
                        pupil(
                                "3",
                                "102",
                                "Costa",
                                "ENTPersonClasses=102$11$ORDINAIRE$50001$PS",
                                "ENTEleveAutoriteParentale=13$38"));
        imported();
        assertThat(
                        read(
                                "select string_agg(s.join_key, ' ') from affiliation a join structure s on s.id = a.school_id "
                                        + "join person p on p.id = a.person_id where p.join_key in ('3', '13')"))
                .isEqualTo("102 102");
    }

    @Test
    void two_academies_with_the_same_identifiers_stay_apart() {
        small();
        imported();
        var montpellier = read("select string_agg(last_name, ' ' order by id) from person");
        new AafFolder(folder.resolve("toulouse"), "ENTOCC_TOULOUSE_Complet_20240902")
                .with(
                        "EtabEducNat",
                        school("101", "0319993U", "ENTEcoleCommune=31999$FONTBRUNE$031"))
                .with("Eleve", pupil("1", "101", "Bacquié", CP, "ENTEleveAutoriteParentale=11$10"))
                .with("PersRelEleve", guardian("11", "Bacquié"));
        new AafFolder(folder.resolve("montpellier")).with("EtabEducNat", school("101", "0341315V"));
        importedAll();
        assertThat(
                        read(
                                "select string_agg(last_name, ' ' order by id) from person where academy = '11'"))
                .isEqualTo(montpellier);
        assertThat(count("person where academy = '16'")).isEqualTo(2);
        assertThat(
                        count(
                                "affiliation a join structure s on s.id = a.school_id join person p on p.id = a.person_id where s.academy <> p.academy"))
                .isZero();
    }

    private void importedAll() {
        try {
            imports.importFolder(folder, java.util.Optional.empty(), Progress.SILENT);
        } catch (Delivery.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_function_outside_of_a_school_gives_no_reach() {
        small().with(
                        "PersEducNat",
                        staff(
                                "23",
                                "Mazel",
                                "ENTPersonFonctions=900$ENS$ENSEIGNEMENT$G0000$X",
                                "ENTEnsFonctionDir=900"));
        assertThat(imported().text())
                .contains("23 · fonction hors d'une école de la livraison (900), sans effet");
        assertThat(count("role r join person p on p.id = r.person_id where p.join_key = '23'"))
                .isZero();
    }

    @Test
    void a_role_given_by_hand_survives_the_feed() {
        small();
        imported();
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    db.sql(
                                    "insert into role (person_id, kind, structure_id, source) select p.id, 'DIRECTOR', s.id, 'LOCAL' "
                                            + "from person p, structure s where p.join_key = '22' and s.join_key = '102'")
                            .update();
                });
        imported(ImportOptions.USUAL.forced());
        assertThat(count("role where source = 'LOCAL'")).isEqualTo(1);
    }

    @Test
    void two_persons_of_the_same_name_stay_two() {
        delivery()
                .with("EtabEducNat", school("101", "0341315V"))
                .with("Eleve", pupil("1", "101", "Garcia", CP), pupil("2", "101", "Garcia", CE1));
        imported();
        assertThat(count("person where last_name = 'Garcia'")).isEqualTo(2);
    }
}
