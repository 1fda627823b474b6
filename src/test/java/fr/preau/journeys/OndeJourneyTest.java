package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.preau.journeys.Browsers.Device;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A director brings the files of ONDE, corrects a class, and imports. */
@Journey
class OndeJourneyTest {
    private static final String PUPILS =
            """
            Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1; Cycle;Niveau;Libellé classe;Identifiant classe
            EXEMPLE;;Zoé;2020-03-14;F;129999001AB;12 rue des Modèles;34999;VILLEFICTIVE;FRANCE;CYCLE I;MS;MS/GS;
            D'ESSAI;;Noé;2019-11-02;M;129999002AC;4 place du Test;34999;VILLEFICTIVE;FRANCE;CYCLE I;GS;MS/GS;
            TÉMOIN;FACTICE;Maïa;;F;;;;;;CYCLE I;PS;Petits;59009
            TÉMOIN;;;2020-01-01;F;;;;;;CYCLE I;PS;Petits;59009
            """;
    private static final String GUARDIANS =
            """
            Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable;Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants
            MME;EXEMPLE;MODELE;Anne;12 rue des Modèles;34999;VILLEFICTIVE;FRANCE;anne.exemple@example.org;;;0699990001;;EXEMPLE;Zoé;MS/GS
            M.;;D'ESSAI;Paul;4 place du Test;34999;VILLEFICTIVE;FRANCE;;;;;;D'ESSAI;Noé;MS/GS
            """;

    private static FilePayload file(String name, String text) {
        return new FilePayload(
                name,
                "text/csv",
                text.replace("\n", "\r\n").getBytes(Charset.forName("ISO-8859-15")));
    }

    private static void look(BrowserWindow window, Device device, String name) throws Exception {
        window.look().fitsAt(320);
        var shots = System.getProperty("preau.shots");
        if (shots == null) return;
        Files.createDirectories(Path.of(shots));
        window.photograph(shots + "/" + name + "-" + device + ".png");
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"PHONE", "DESKTOP"})
    void a_director_imports_the_files_of_onde(Device device, Browsers browsers) throws Exception {
        var nadia = browsers.as(device, "nadia.ferrand").open("/tools");
        var page = nadia.page();
        nadia.link("Importer d’ONDE").click();
        look(nadia, device, "1-upload");
        nadia.button("Lire et montrer l’aperçu").click();
        nadia.sees("Choisissez au moins un fichier");
        look(nadia, device, "2-refused");
        page.getByLabel("Premier fichier").setInputFiles(file("eleves.csv", PUPILS));
        page.getByLabel("Second fichier").setInputFiles(file("responsables.csv", GUARDIANS));
        nadia.button("Lire et montrer l’aperçu").click();

        nadia.sees("1 ligne à corriger");
        look(nadia, device, "3-preview");
        page.locator("#choice-P5").selectOption("skip");
        page.locator("#lines form .btn--primary").click();
        nadia.sees("Prêt à importer");

        page.getByLabel("Petits")
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption()
                                .setLabel("Coquelicots"));
        page.locator("form:has(#choice-C0) button").click();
        assertThat(page.getByLabel("Petits").locator("option:checked")).hasText("Coquelicots");
        page.getByText("Toutes (6)").click();
        look(nadia, device, "4-corrected");

        nadia.link("Continuer vers l’import").click();
        nadia.sees("3 élèves sont créés.");
        look(nadia, device, "5-commit");
        nadia.button("Importer maintenant").click();
        nadia.sees("L’annuaire est à jour");
        look(nadia, device, "6-result");
        nadia.link("Liste à imprimer").click();
        nadia.sees("Zoé EXEMPLE");
        look(nadia, device, "7-list");
        nadia.open("/pupils");
        page.locator(".list-row:has-text('Zoé') a:has-text('Fiche')").click();
        nadia.sees("129999001AB");
        look(nadia, device, "8-card");
    }
}
