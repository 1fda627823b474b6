package fr.preau.feed;

import static fr.preau.feed.AafFolder.pupil;
import static fr.preau.feed.AafFolder.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliveryTest extends FeedDatabase {
    @Autowired ImportCommand command;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int command(String... args) {
        return command.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void the_kind_of_a_file_is_read_at_the_end_of_its_name() {
        assertThat(
                        DeliveryFile.of(Path.of("ENT1DVA_Complet_20240902_PersRelEleve_0003.xml"))
                                .orElseThrow()
                                .kind())
                .isEqualTo(Kind.GUARDIAN);
        assertThat(
                        DeliveryFile.of(
                                        Path.of(
                                                "EnvOLE_ENT2DVA_0940072T_Complet_20180830_Eleve_0000.xml"))
                                .orElseThrow()
                                .kind())
                .isEqualTo(Kind.PUPIL);
        assertThat(DeliveryFile.of(Path.of("ENT_Complet_20240902_MefEducNat_0000.xml"))).isEmpty();
        assertThat(DeliveryFile.of(Path.of("ENT_Complet_20240902_Eleve_0000.xml.md5"))).isEmpty();
    }

    @Test
    void the_folder_is_read_to_the_bottom() {
        new AafFolder(folder.resolve("a/b")).with("EtabEducNat", school("101", "0341315V"));
        new AafFolder(folder.resolve("c")).with("Eleve", pupil("1", "101", "Benali"));
        imported();
        assertThat(count("person")).isEqualTo(1);
    }

    @Test
    void of_several_full_deliveries_the_latest_is_read_and_it_is_said() {
        delivery()
                .with("EtabEducNat", school("101", "0341315V"))
                .with("Eleve", pupil("1", "101", "Nouvelle"));
        new AafFolder(folder, "ENTOCC_MONTPELLIER_Complet_20240801")
                .with("Eleve", pupil("1", "101", "Ancienne"));
        assertThat(imported().text()).contains("plus ancien que la livraison du 02/09/2024");
        assertThat(read("select last_name from person")).isEqualTo("Nouvelle");
    }

    @Test
    void deltas_alone_are_refused_with_a_clear_message() {
        new AafFolder(folder, "ENTOCC_MONTPELLIER_Delta_20240903")
                .with("Eleve", pupil("2", "101", "Nouvelle"));
        assertThat(command(folder.toString())).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("ne contient que des livraisons partielles (Delta)");
    }

    @Test
    void an_empty_or_missing_folder_is_refused_with_a_clear_message() {
        assertThat(command(folder.toString())).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(command(folder.resolve("absent").toString())).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(command()).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(command("--surprise")).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "aucun fichier AAF 1D",
                        "n'existe pas",
                        "Il manque le dossier",
                        "Argument inattendu");
    }

    @Test
    void the_academy_is_said_by_the_structures_else_by_the_names_else_by_the_operator() {
        new AafFolder(folder, "ENT1DVA_Complet_20240902")
                .with("EtabEducNat", school("101", "0319993U", "ENTServAcCodeAcademie=016"));
        assertThat(imported().academy()).isEqualTo("Académie de Toulouse");
        new AafFolder(folder, "ENT1DVA_Complet_20240902")
                .with("EtabEducNat", school("101", "0319993U"));
        assertThatThrownBy(() -> imports.importFolder(folder, Optional.empty(), Progress.SILENT))
                .hasMessageContaining("préciser --academy 11");
        assertThat(command(folder.toString(), "--academy", "16")).isEqualTo(ImportCommand.DONE);
        assertThat(command(folder.toString(), "--academy", "12")).isEqualTo(ImportCommand.UNUSABLE);
    }

    @Test
    void a_delivery_never_enters_under_the_other_academy() {
        delivery().with("EtabEducNat", school("101", "0341315V", "ENTServAcAcademie=MONTPELLIER"));
        assertThat(command(folder.toString(), "--academy=16")).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("La livraison est celle de l'académie de Montpellier (11)");
        assertThat(count("structure")).isZero();
    }

    @Test
    void the_command_tells_its_progress_and_prints_the_report() {
        delivery()
                .with("EtabEducNat", school("101", "0341315V"))
                .with("Eleve", pupil("1", "101", "Benali"), pupil("2", "999", "Perdu"));
        assertThat(command(folder.toString())).isEqualTo(ImportCommand.DONE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Eleve_0000.xml : 2 fiches lues");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Académie de Montpellier, livraison du 02/09/2024",
                        "1 fiche rejetée",
                        "Durée")
                .doesNotContain("Benali", "Perdu");
    }

    @Test
    void help_is_given() {
        assertThat(command("--help")).isEqualTo(ImportCommand.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("java -jar preau.jar import DOSSIER");
    }

    @Test
    void the_cast_enters_whole() throws Exception {
        var reports =
                imports.importFolder(
                        Path.of("src/main/resources/demo/aaf"), Optional.empty(), Progress.SILENT);
        assertThat(reports)
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.rejected() + report.warned()).isZero());
        assertThat(count("enrolment")).isEqualTo(132);
        assertThat(
                        read(
                                "select string_agg(name, ', ' order by uai) from structure where kind = 'SCHOOL' and academy = '11'"))
                .isEqualTo(
                        "École maternelle publique Pauline Kergomard, École élémentaire publique Antoine de St Exupéry");
        assertThat(read("select name from structure where insee = '34069' and kind = 'TOWN'"))
                .isEqualTo("Cazouls-lès-Béziers");
        assertThat(
                        count(
                                "class_enrolment e join school_class c on c.school_id = e.school_id and c.id = e.class_id where c.label = 'CP A'"))
                .isEqualTo(24);
        assertThat(
                        read(
                                "select string_agg(r.kind, ' ' order by r.kind) from role r join person p on p.id = r.person_id where p.last_name = 'Ferrand'"))
                .isEqualTo("DIRECTOR TEACHER");
        assertThat(
                        count(
                                "affiliation a join person p on p.id = a.person_id where p.last_name = 'Reynès'"))
                .isEqualTo(1);
        assertThat(
                        read(
                                "select string_agg(kind, ' ' order by kind) from person where first_name = 'Hélène' and last_name = 'Costa'"))
                .isEqualTo("GUARDIAN STAFF");
    }
}
