package fr.preau.departures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the direction of a school sees of departures, and does about them. */
@School
class DeparturesScreenTest {
    @Autowired Visitors visitors;
    @Autowired EraseDeparted work;
    @Autowired School.SettableClock clock;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    @Test
    void the_director_finds_it_and_nobody_is_leaving() {
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open("/tools").page().select("a[href=/departures]")).isNotEmpty();
        assertThat(marc.open("/departures").words())
                .contains("Personne n’est en train de partir", "Rien n’a encore été effacé.");
    }

    @Test
    void the_director_sees_who_leaves_and_when_it_ends() {
        leaves.depart(
                leaves.person("PUPIL", "Jade Leroy"),
                leaves.person("STAFF", "Julien Pradal"),
                leaves.person("GUARDIAN", "Karim Benali"));
        clock.moveBy(Duration.ofDays(1));
        assertThat(leaves.anew("marc.olivet").open("/departures").words())
                .contains(
                        "Jade Leroy CM1-CM2 Départ hier",
                        "Effacé dans 89 jours",
                        "Thomas Leroy Parent de Jade",
                        "Revient avec l’enfant",
                        "Julien Pradal CE1-CE2",
                        "Karim Benali Parent de Yanis",
                        "Effacé dans les heures qui viennent",
                        "Compte jamais activé");
        assertThat(leaves.anew("nadia.ferrand").open("/departures").words())
                .contains("Karim Benali Parent d’Inès")
                .doesNotContain("Jade", "Julien");
    }

    @Test
    void cancelling_puts_everything_back_with_the_parents() {
        var jade = leaves.person("PUPIL", "Jade Leroy");
        leaves.depart(jade);
        var marc = visitors.as("marc.olivet");
        var answer = marc.form(marc.open("/departures"), cancellation(jade)).send();
        assertThat(answer.words())
                .contains(
                        "Le départ est annulé : tout est comme avant.",
                        "Personne n’est en train de partir");
        assertThat(visitors.as("thomas.leroy").open("/").words())
                .contains("Jade", "Cross de l’école");
        assertThat(
                        leaves.number(
                                "select count(*) from departure where cancelled_at is not null and cancelled_by is not null"))
                .as("the feed must know")
                .isEqualTo(3);
        assertThat(marc.open("/journal").words()).contains("Départ annulé");
    }

    @Test
    void a_parent_does_not_come_back_before_the_child() {
        leaves.depart(leaves.person("PUPIL", "Jade Leroy"));
        var marc = visitors.as("marc.olivet");
        var thomas = leaves.person("GUARDIAN", "Thomas Leroy");
        assertThat(marc.post(cancellation(thomas), Map.of()).status()).isEqualTo(404);
    }

    @Test
    void departures_of_a_school_exist_for_its_direction_only() {
        var jade = leaves.person("PUPIL", "Jade Leroy");
        leaves.depart(jade);
        for (var login :
                new String[] {
                    "helene.costa", "amina.benali", "mireille.castan", "patrick.mazel", "tom.costa"
                }) {
            assertThat(visitors.as(login).ask("/departures").status()).as(login).isEqualTo(404);
            assertThat(visitors.as(login).post(cancellation(jade), Map.of()).status())
                    .as(login)
                    .isEqualTo(404);
        }
        for (var login : new String[] {"nadia.ferrand", "claude.toulousain"})
            assertThat(visitors.as(login).post(cancellation(jade), Map.of()).status())
                    .as(login)
                    .isEqualTo(404);
        assertThat(leaves.number("select count(*) from departure where cancelled_at is not null"))
                .isZero();
    }

    @Test
    void what_was_erased_is_a_number() {
        leaves.depart(leaves.person("PUPIL", "Jade Leroy"));
        clock.moveBy(Duration.ofDays(90));
        work.run();
        var marc = leaves.anew("marc.olivet");
        assertThat(marc.open("/departures").words())
                .contains(
                        "1 élève effacé lundi 9 décembre 2024 Trois mois après le départ",
                        "2 responsables effacés")
                .doesNotContain("Jade", "Leroy");
        assertThat(marc.open("/journal").words()).contains("Personnes effacées après leur départ");
        assertThat(leaves.anew("nadia.ferrand").open("/departures").words())
                .contains("Rien n’a encore été effacé.");
    }

    private static String cancellation(long person) {
        return "/departures/" + person + "/cancellation";
    }
}
