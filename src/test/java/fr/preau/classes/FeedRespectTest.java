package fr.preau.classes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.feed.DirectoryImport;
import fr.preau.feed.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The feed comes back every night: what the school has chosen stays until ONDE says the same. */
@School
class FeedRespectTest {
    private static final Path DEMO = Path.of("src/main/resources/demo/aaf/montpellier");

    @Autowired Visitors visitors;
    @Autowired DirectoryImport imports;
    @TempDir Path folder;

    private Register register;
    private String yanis;

    @BeforeEach
    void open() {
        register = new Register(visitors);
        yanis = register.pupil("CP A", "Yanis Benali");
    }

    private void deliver(String said, String nowSaid) throws Exception {
        try (var files = Files.list(DEMO)) {
            for (var file : files.toList())
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        Files.readString(file).replaceFirst(said, nowSaid));
        }
        imports.importFolder(folder, Optional.empty(), Progress.SILENT);
    }

    /** Yanis is the first of the file. */
    private void ondePlacesYanisIn(String key, String label) throws Exception {
        deliver(
                "3502\\$11\\$ORDINAIRE\\$80011\\$CP A",
                "3502\\$11\\$ORDINAIRE\\$" + key + "\\$" + label);
    }

    private void ondeSaysTheSame() throws Exception {
        deliver("no such text", "");
    }

    @Test
    void a_replay_keeps_seats_names_and_refusals() throws Exception {
        var ce = register.classOf("CE1-CE2");
        register.place("marc.olivet", yanis, ce, "move");
        var group = register.group("marc.olivet", "Soutien lecture", "Jade Leroy");
        var marc = register.as("marc.olivet");
        marc.form(marc.open(ce + "/name"), ce + "/name").fill("label", "CE de Julien").send();

        ondeSaysTheSame();
        assertThat(marc.open(ce).words())
                .contains("CE de Julien")
                .contains("Dans ONDE : CE1-CE2")
                .contains("Yanis Benali")
                .contains("ONDE : CP A");
        assertThat(marc.open(yanis).words())
                .contains("CE de Julien Place donnée par l’école")
                .doesNotContain("CP A Place");
        assertThat(marc.open(group).words()).contains("1 élève").contains("Jade Leroy");
    }

    @Test
    void once_onde_agrees_nothing_differs_any_more_and_the_feed_leads_again() throws Exception {
        var ce = register.classOf("CE1-CE2");
        var marc = register.as("marc.olivet");
        register.place("marc.olivet", yanis, ce, "move");
        ondePlacesYanisIn("80012", "CE1-CE2");
        assertThat(marc.open(yanis).words())
                .contains("CE1-CE2 Place donnée par ONDE")
                .doesNotContain("pensez à l’y corriger");
        ondeSaysTheSame();
        assertThat(marc.open(yanis).words())
                .contains("CP A Place donnée par ONDE")
                .doesNotContain("CE1-CE2 Place");
    }
}
