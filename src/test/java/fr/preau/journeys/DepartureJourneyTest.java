package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.departures.Leaves;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Thomas leaves, takes his data away, and is kept by the director: it was a mistake. */
@Journey
class DepartureJourneyTest {
    @Autowired ApplicationContext context;
    @Autowired School.SettableClock clock;

    @Test
    void thomas_leaves_takes_his_data_away_and_comes_back(Browsers browsers) {
        var leaves = new Leaves(context);
        leaves.depart(leaves.person("GUARDIAN", "Thomas Leroy"));
        clock.moveBy(Duration.ofDays(6));

        var thomas = browsers.phone();
        thomas.page().navigate("/sign-in");
        thomas.page().getByLabel("Identifiant").fill("thomas.leroy");
        thomas.page().getByLabel("Mot de passe").fill("preau-demo-2024");
        thomas.page().locator("form.sheet .btn--primary").click();
        thomas.sees("Votre compte s’arrête le lundi 9 décembre (dans 84 jours).");
        thomas.look().fitsAt(320);
        var file =
                thomas.page().waitForDownload(() -> thomas.link("Télécharger mes données").tap());
        assertThat(file.suggestedFilename()).isEqualTo("preau-mes-donnees.zip");
        assertThat(file.path()).isNotEmptyFile();

        var marc = browsers.desktop().signIn("marc.olivet").open("/departures");
        marc.sees("Parent de Jade");
        marc.fitsAt(320);
        marc.button("Annuler le départ Thomas Leroy").click();
        marc.sees("Le départ est annulé : tout est comme avant.");
        marc.look();

        clock.moveBy(Duration.ofSeconds(4));
        thomas.page().navigate("/");
        thomas.page().locator("#agreed").check();
        thomas.page().locator("form.form .btn--primary").click();
        thomas.sees("Cross de l’école");
        thomas.sees("Jade");
    }
}
