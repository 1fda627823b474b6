package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.preau.journeys.Browsers.Device;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A class lives through the year: groups, pupils who come and go, a replacement. */
@Journey
class ClassJourneyTest {
    @Test
    void a_teacher_puts_a_pupil_in_a_group_and_takes_it_back(Browsers browsers) {
        var helene = browsers.as(Device.PHONE, "helene.costa").open("/classes");
        helene.fitsAt(320);
        helene.link("Créer un groupe").tap();
        helene.sees("Un groupe de besoin");
        helene.look();
        helene.page().getByLabel("Nom").fill("Soutien lecture");
        helene.button("Choisir les élèves").tap();
        helene.sees("Élèves de Soutien lecture");
        helene.look().fitsAt(320);
        helene.page().getByText("Toute la classe : 24 élèves").tap();
        assertThat(helene.page().locator("[name=pupil]:checked")).hasCount(24);
        helene.page().getByLabel("Yanis Benali").uncheck();
        assertThat(helene.page().locator("[data-whole-all]")).not().isChecked();
        helene.button("Enregistrer le choix").tap();
        helene.sees("Le choix des élèves de Soutien lecture est enregistré.");
        assertThat(helene.page().locator(".page-header__lead")).containsText("23 élèves");
        helene.look().fitsAt(320);

        helene.open("/classes");
        helene.link("CP A").tap();
        helene.sees("Ajouter un élève de l’école");
        helene.look().fitsAt(320);
        helene.link("Yanis Benali").tap();
        helene.sees("Ses classes et ses groupes");
        helene.look().fitsAt(320);
        helene.page().getByLabel("Soutien lecture").check();
        helene.button("Ajouter aussi, sans quitter CP A").tap();
        helene.sees("Yanis rejoint Soutien lecture.");
        assertThat(helene.link("Yanis Benali")).isVisible();
        helene.look();
        helene.button("Annuler").tap();
        helene.sees("C’est annulé : tout est comme avant.");
        assertThat(helene.link("Yanis Benali")).hasCount(0);
    }

    @Test
    void a_director_attaches_a_replacement_and_moves_a_pupil(Browsers browsers) {
        var marc = browsers.as(Device.DESKTOP, "marc.olivet").open("/classes");
        marc.link("CE1-CE2").click();
        marc.look();
        marc.link("Changer les enseignants").click();
        marc.look().fitsAt(320);
        marc.page().getByLabel("Sofia Reynès").check();
        marc.page().getByLabel(Pattern.compile("Jusqu’au")).fill("2024-09-13");
        marc.button("Affecter à CE1-CE2").click();
        marc.sees("Sofia prend en charge CE1-CE2.");
        marc.sees("Sofia Reynès jusqu’au vendredi 13 septembre");

        marc.page().getByLabel("Nom, prénom ou classe").fill("yanis");
        marc.button("Chercher").click();
        marc.look().fitsAt(320);
        marc.button("Déplacer ici Yanis Benali").click();
        marc.sees("Yanis passe en CE1-CE2.");
        marc.look().fitsAt(320);
        marc.link("Yanis Benali").click();
        marc.sees("ONDE place encore Yanis en CP A");
        marc.look().fitsAt(320);
        marc.open("/classes");
        marc.link("CE1-CE2").click();
        marc.link("Imprimer la liste").click();
        marc.look();
    }
}
