package fr.preau.feed;

import static fr.preau.feed.AafFolder.guardian;
import static fr.preau.feed.AafFolder.pupil;
import static fr.preau.feed.AafFolder.record;
import static fr.preau.feed.AafFolder.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnusableRecordsTest extends FeedDatabase {
    private static final String PUPILS = "ENTOCC_MONTPELLIER_Complet_20240902_Eleve_0000.xml";

    private AafFolder school() {
        return delivery().with("EtabEducNat", AafFolder.school("101", "0341315V"));
    }

    private AafFolder pupils(String content) {
        return school().raw(PUPILS, AafFolder.HEAD + content, StandardCharsets.UTF_8);
    }

    @Test
    void a_record_without_identifier_is_reported_and_the_rest_enters() {
        school().with(
                        "Eleve",
                        record(
                                "Eleve",
                                "",
                                "ENTPersonNom=Perdu",
                                "ENTPersonPrenom=A",
                                "ENTPersonStructRattach=101"),
                        pupil("2", "101", "Benali"));
        var report = imported();
        assertThat(report.text())
                .contains(PUPILS + " · sans identifiant · fiche sans identifiant")
                .doesNotContain("Perdu");
        assertThat(read("select last_name from person")).isEqualTo("Benali");
    }

    @Test
    void a_pupil_whose_school_is_absent_is_reported_and_the_rest_enters() {
        school().with(
                        "Eleve",
                        pupil("1", "999", "Perdu"),
                        pupil("2", "", "Perdu"),
                        pupil("3", "101", "Benali"));
        assertThat(imported().text())
                .contains(PUPILS + " · 1 · école 999 absente", PUPILS + " · 2 · élève sans école")
                .doesNotContain("Perdu");
        assertThat(read("select last_name from person")).isEqualTo("Benali");
    }

    @Test
    void a_link_to_nobody_is_reported_and_the_pupil_enters_with_their_other_links() {
        school().with("Eleve", pupil("1", "101", "Benali", "ENTEleveAutoriteParentale=11$10|99$20"))
                .with("PersRelEleve", guardian("11", "Benali"));
        assertThat(imported().text())
                .contains(PUPILS + " · 1 · lien vers un responsable absent (99)");
        assertThat(count("guardianship")).isEqualTo(1);
    }

    @Test
    void a_guardian_whom_no_pupil_names_stays_out() {
        school().with("Eleve", pupil("1", "101", "Benali"))
                .with("PersRelEleve", guardian("11", "Personne"));
        assertThat(imported().text()).contains("11 · responsable qu'aucun élève ne nomme");
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void a_person_without_a_name_is_reported() {
        school().with("Eleve", pupil("1", "101", ""), pupil("2", "101", "Benali"));
        assertThat(imported().text()).contains("1 · nom ou prénom absent");
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void an_unreadable_date_is_left_empty_with_a_warning() {
        school().with("Eleve", pupil("1", "101", "Benali", "ENTPersonDateNaissance=31/02/2018"));
        var report = imported();
        assertThat(report.warned()).isEqualTo(1);
        assertThat(read("select birth_date from person")).isEmpty();
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void an_identifier_other_than_the_join_key_is_a_warning() {
        school().with(
                        "Eleve",
                        record(
                                "Eleve",
                                "7",
                                "ENTPersonJointure=8",
                                "ENTPersonNom=Benali",
                                "ENTPersonPrenom=A",
                                "ENTPersonStructRattach=101"));
        assertThat(imported().warned()).isEqualTo(1);
        assertThat(read("select join_key from person")).isEqualTo("8");
    }

    @Test
    void an_identifier_given_twice_keeps_the_last_record() {
        school().with(
                        "Eleve",
                        pupil("1", "101", "Avant", "ENTPersonClasses=101$11$O$50001$CP"),
                        pupil("1", "101", "Après", "ENTPersonClasses=101$11$O$50002$CE1"));
        assertThat(imported().warned()).isEqualTo(1);
        assertThat(read("select last_name from person")).isEqualTo("Après");
        assertThat(
                        read(
                                "select c.label from class_enrolment e join school_class c on c.id = e.class_id"))
                .isEqualTo("CE1");
    }

    @Test
    void a_number_that_belongs_to_a_pupil_never_becomes_an_adult() {
        school().with("Eleve", pupil("1", "101", "Benali"));
        imported();
        school().with("PersEducNat", staff("1", "Olivet")).with("Eleve");
        assertThat(imported().text())
                .contains("1 · identifiant déjà porté par une personne d'une autre catégorie");
        assertThat(read("select kind from person")).isEqualTo("PUPIL");
    }

    @Test
    void false_keys_of_schools_are_warnings_and_the_school_enters() {
        delivery()
                .with(
                        "EtabEducNat",
                        AafFolder.school("101", "0341315U"),
                        AafFolder.school("102", "0340289E", "ENTStructureSIREN=21340069000012"));
        var report = imported();
        assertThat(report.text())
                .contains("101 · UAI absent ou à la clé fausse", "102 · SIRET à la clé fausse");
        assertThat(report.rejected()).isZero();
        assertThat(count("structure where kind = 'SCHOOL'")).isEqualTo(2);
    }

    @Test
    void a_director_without_a_directed_school_gets_no_right() {
        school().with(
                        "PersEducNat",
                        staff(
                                "21",
                                "Olivet",
                                "ENTPersonFonctions=101$ENS$ENSEIGNEMENT$D0000$DIRECTION"));
        assertThat(imported().text()).contains("21 · spécialité « direction » sans école dirigée");
        assertThat(read("select kind from role")).isEqualTo("TEACHER");
    }

    @Test
    void an_attribute_given_twice_counts_twice_and_unknown_ones_are_ignored() {
        school().with(
                        "Eleve",
                        pupil(
                                "1",
                                "101",
                                "Benali",
                                "ENTEleveAutoriteParentale=11$10",
                                "ENTNouveau=x",
                                "ENTEleveAutoriteParentale=12$20"))
                .with("PersRelEleve", guardian("11", "Benali"), guardian("12", "Benali"));
        assertThat(imported().rejected()).isZero();
        assertThat(count("guardianship")).isEqualTo(2);
    }

    @Test
    void the_encoding_of_the_prolog_is_obeyed() {
        var latin =
                (AafFolder.HEAD + pupil("1", "101", "Lœuvre-Ñuñez €") + "</ficAlimMENESR>")
                        .replace("UTF-8", "ISO-8859-15");
        school().raw(PUPILS, latin, Charset.forName("ISO-8859-15"));
        imported();
        assertThat(read("select last_name from person")).isEqualTo("Lœuvre-Ñuñez €");
    }

    @Test
    void markup_backslashes_and_tabs_in_names_stay_plain_text() {
        var name = "<script>alert(1)</script> \\N \\. O'Brien\tx";
        school().with("Eleve", pupil("1", "101", name));
        imported();
        assertThat(read("select last_name from person")).isEqualTo(name);
    }

    @Test
    void a_cut_file_says_where_and_keeps_what_stood_before() {
        pupils(pupil("1", "101", "Benali") + pupil("2", "101", "Costa").substring(0, 200));
        assertThat(imported().text())
                .contains(
                        PUPILS + " : le fichier est coupé à la ligne 6, colonne",
                        "la fiche lue avant est entrée");
        assertThat(read("select last_name from person")).isEqualTo("Benali");
    }

    @Test
    void a_malformed_file_says_where_and_keeps_what_stood_before_and_the_other_files() {
        pupils(
                        pupil("1", "101", "Benali")
                                + "<addRequest><oops></addRequest>"
                                + pupil("2", "101", "Costa")
                                + "</ficAlimMENESR>")
                .raw(
                        "ENTOCC_MONTPELLIER_Complet_20240902_Eleve_0001.xml",
                        AafFolder.HEAD + pupil("3", "101", "Leroy") + "</ficAlimMENESR>",
                        StandardCharsets.UTF_8);
        assertThat(imported().text()).contains("le fichier est mal formé à la ligne 6");
        assertThat(read("select string_agg(last_name, ' ' order by last_name) from person"))
                .isEqualTo("Benali Leroy");
    }

    @Test
    void an_entity_bomb_is_refused_with_its_file() {
        var bomb =
                AafFolder.HEAD.replace(
                        "SYSTEM \"ficAlimMENESR.dtd\"",
                        "[<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]");
        school().raw(
                        PUPILS,
                        bomb
                                + pupil("1", "101", "X").replace("Camille", "&b;")
                                + "</ficAlimMENESR>",
                        StandardCharsets.UTF_8);
        assertThat(imported().text()).contains("le fichier déclare des entités");
        assertThat(count("person")).isZero();
    }

    @Test
    void an_external_entity_is_never_opened() {
        var outside =
                AafFolder.HEAD.replace(
                        "SYSTEM \"ficAlimMENESR.dtd\"",
                        "[<!ENTITY p SYSTEM \"file:///etc/passwd\">]");
        school().raw(
                        PUPILS,
                        outside
                                + pupil("1", "101", "X").replace("Camille", "&p;")
                                + "</ficAlimMENESR>",
                        StandardCharsets.UTF_8);
        assertThat(imported().text())
                .contains("le fichier déclare des entités")
                .doesNotContain("root:");
        assertThat(count("person where first_name like '%root%'")).isZero();
    }

    @Test
    void an_unknown_entity_costs_its_record_only() {
        pupils(
                pupil("1", "101", "X").replace("Camille", "Zo&eacute;")
                        + pupil("2", "101", "Costa")
                        + "</ficAlimMENESR>");
        assertThat(imported().text()).contains("1 · entité inconnue « &eacute; »");
        assertThat(read("select last_name from person")).isEqualTo("Costa");
    }

    @Test
    void a_record_of_absurd_length_is_reported_alone() {
        school().with(
                        "Eleve",
                        pupil("1", "101", "x".repeat(1_200_000)),
                        pupil("2", "101", "Costa"));
        assertThat(imported().text()).contains("1 · fiche de plus de 1 million de caractères");
        assertThat(read("select last_name from person")).isEqualTo("Costa");
    }

    @Test
    void what_a_delta_asks_has_no_place_in_a_full_delivery() {
        pupils(
                pupil("1", "101", "Benali").replace("addRequest", "modifyRequest")
                        + "</ficAlimMENESR>");
        assertThat(imported().text())
                .contains("1 · modification ou suppression dans une livraison complète");
        assertThat(count("person")).isZero();
    }

    @Test
    void a_file_that_is_not_aaf_is_reported() {
        school().raw(PUPILS, "<html><body>page introuvable</body></html>", StandardCharsets.UTF_8);
        assertThat(imported().text())
                .contains(
                        "ce n'est pas un fichier AAF : élément « html » : aucune fiche n'en est entrée");
    }

    @Test
    void the_report_shows_fifty_reasons_and_counts_the_others() {
        var many =
                java.util.stream.IntStream.range(0, 70)
                        .mapToObj(i -> pupil("" + i, "999", "X"))
                        .toArray(String[]::new);
        school().with("Eleve", many);
        var report = imported();
        assertThat(report.text()).contains("70 fiches rejetées", "et 20 autres");
        assertThat(count("feed_reject")).isEqualTo(70);
    }

    @Test
    void nothing_is_written_when_the_import_fails() {
        pupils(pupil("1", "101", "Benali") + "</ficAlimMENESR>");
        var failing =
                new Progress() {
                    @Override
                    public void records(String file, long records, int percent) {}

                    @Override
                    public void file(String file, long records) {
                        if (file.contains("Eleve")) throw new IllegalStateException("stopped");
                    }

                    @Override
                    public void step(String words) {}
                };
        assertThatThrownBy(() -> imports.importFolder(folder, Optional.empty(), failing))
                .hasRootCauseMessage("stopped");
        assertThat(count("structure where kind = 'SCHOOL'")).isZero();
        assertThat(read("select state from feed_run")).isEqualTo("FAILED");
    }
}
