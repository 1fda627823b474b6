package fr.preau.onde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Plain;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractTest {
    private static void refused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> Extract.read("eleves.csv", bytes))
                .isInstanceOf(Unreadable.class)
                .extracting(refusal -> Plain.words(refusal.getMessage()))
                .asString()
                .contains(sentence);
    }

    private static void refused(String text, String sentence) {
        refused(text.getBytes(StandardCharsets.UTF_8), sentence);
    }

    @Test
    void the_pupils_file_is_recognised_by_its_headers() {
        var extract = Csv.read(Csv.ALL_PUPILS);
        assertThat(extract.kind()).isEqualTo(Kind.PUPIL);
        assertThat(extract.lines()).hasSize(3);
        var noe = extract.lines().get(1);
        assertThat(noe.name()).isEqualTo("Noé D'ESSAI");
        assertThat(noe.line()).isEqualTo(3);
        assertThat(noe.cycle()).isEqualTo("CYCLE II");
        assertThat(noe.classKey()).isEqualTo("59001");
        assertThat(extract.lines().get(2).surname()).isEqualTo("FACTICE");
    }

    @Test
    void latin_letters_a_mark_and_utf_8_read_the_same() {
        var plain = Csv.read(Csv.ALL_PUPILS).lines();
        assertThat(Extract.read("a.csv", Csv.latin(Csv.ALL_PUPILS)).lines()).isEqualTo(plain);
        assertThat(Csv.read("\ufeff" + Csv.ALL_PUPILS).lines()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t"})
    void another_separator_reads_the_same(String separator) {
        assertThat(Csv.read(Csv.ALL_PUPILS.replace(";", separator)).lines())
                .isEqualTo(Csv.read(Csv.ALL_PUPILS).lines());
    }

    @Test
    void be1d_headers_quotes_and_extra_semicolons_are_read() {
        var extract =
                Csv.read(
                        """
                        "Nom Elève";"Nom d'usage Elève";"Prénom Elève";"Date naissance";"Sexe";"Adresse1";"Cp1";"Commune1";"Pays1";"Adresse2";"Cp2";"Commune2";"Pays2";" Cycle";"Niveau";"Classe";"Attestation fournie";"Autorisations associations";"Autorisations photos";"Décision de passage"
                        "EXEMPLE";"";"Zoé";"2018-03-14";"F";"12; rue des Modèles";"34999";"VILLEFICTIVE";"";"";"";"";"";"CYCLE II";"CP";"CP A";"Oui";"Non";"Non";"";;;;
                        """);
        assertThat(extract.lines())
                .singleElement()
                .satisfies(zoe -> {
                    assertThat(zoe.name()).isEqualTo("Zoé EXEMPLE");
                    assertThat(zoe.street()).isEqualTo("12; rue des Modèles");
                    assertThat(zoe.classLabel()).isEqualTo("CP A");
                    assertThat(zoe.ine()).isEmpty();
                });
        assertThat(extract.found()).doesNotContain(Column.PUPIL_INE, Column.PUPIL_CLASS_KEY);
    }

    @Test
    void columns_are_bound_by_their_header_whatever_their_order() {
        var extract =
                Csv.read(
                        "Classes élèves;PRÉNOM ÉLÈVE *;Nom de famille élève;Date de naissance\nCP A;Zoé;EXEMPLE;14/03/2018\n");
        assertThat(extract.lines().getFirst().name()).isEqualTo("Zoé EXEMPLE");
        assertThat(extract.lines().getFirst().birthDate()).isEqualTo("14/03/2018");
    }

    @Test
    void each_child_of_a_guardian_is_read() {
        var extract = Csv.read(Csv.ALL_GUARDIANS);
        assertThat(extract.kind()).isEqualTo(Kind.GUARDIAN);
        assertThat(extract.lines())
                .extracting(Line::slot)
                .containsExactly("G2", "G2-1", "G3", "G3-1", "G3-2", "G4", "G4-1");
    }

    @Test
    void what_is_no_extract_is_refused_with_what_to_do() {
        assertThat(Csv.read(Csv.PUPILS + Csv.ZOE).lines()).as("the premise").hasSize(1);
        refused(new byte[0], "Ce fichier est vide");
        refused(Csv.PUPILS, "aucune ligne");
        refused("Bonjour", "ni la liste des élèves ni celle des responsables");
        refused("PK\u0003\u0004 rest", "classeur");
        refused(Csv.PUPILS + Csv.ZOE + "\0", "pas du texte");
        refused(Csv.PUPILS + "\"" + Csv.ZOE, "La ligne 2 ne se lit pas");
        refused(Csv.PUPILS + "A".repeat(100_000), "La ligne 2 ne se lit pas");
        refused(Csv.PUPILS + ";".repeat(5_000), "La ligne 2 ne se lit pas");
        refused(
                Csv.ALL_PUPILS.replace("Prénom élève", "Petit nom"),
                "La colonne « prénom de l’élève » manque");
        refused(Csv.PUPILS + Csv.ZOE.repeat(10_001), "dépasse 10000 lignes");
        refused(new byte[5 * 1024 * 1024 + 1], "dépasse 5 Mo");
        refused("Civilité;Nom usage;Nom;Prénom;Directeur\nMME;;X;Y;Oui\n", "ni la liste");
    }
}
