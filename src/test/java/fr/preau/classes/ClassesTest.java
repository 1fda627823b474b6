package fr.preau.classes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who finds which classes, who teaches them, what they are called. */
@School
class ClassesTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    private Register register;

    @BeforeEach
    void open() {
        register = new Register(visitors);
    }

    @Test
    void a_director_finds_every_class_with_its_levels_and_its_teachers() {
        assertThat(register.as("marc.olivet").open("/classes").words())
                .contains("CP A 24 élèves · CP")
                .containsPattern("CE1-CE2 24 élèves · \\d+ CE1, \\d+ CE2")
                .contains("Sofia Reynès jusqu’au dimanche 15 septembre")
                .contains("CHORALE")
                .contains("Sans enseignant")
                .contains("Créer une classe")
                .doesNotContain("Coquelicots");
        assertThat(register.as("nadia.ferrand").open("/classes").words())
                .contains("Coquelicots")
                .contains("Lucioles")
                .doesNotContain("CP A");
    }

    @Test
    void a_teacher_finds_the_classes_she_is_in_charge_of_and_no_other() {
        var cpA = register.classOf("CP A");
        var ce = register.classOf("CE1-CE2");
        assertThat(register.as("helene.costa").open("/classes").words())
                .contains("CP A")
                .contains("Créer un groupe")
                .doesNotContain("CE1-CE2")
                .doesNotContain("Créer une classe");
        assertThat(register.as("helene.costa").open(cpA).words())
                .contains("Yanis Benali")
                .contains("naissance 14/03/2018");
        assertThat(register.as("helene.costa").open(ce).status()).isEqualTo(404);
        assertThat(register.as("julien.pradal").open(ce).status()).isEqualTo(200);
        assertThat(register.as("julien.pradal").open(cpA).status()).isEqualTo(404);
        assertThat(register.as("helene.costa").ask("/classes/new?kind=CLASS").status())
                .isEqualTo(404);
        assertThat(register.as("marc.olivet").ask("/classes/new?kind=CLASS").status())
                .isEqualTo(200);
    }

    @Test
    void the_life_of_a_class_does_not_exist_for_the_others() {
        var cpA = register.classOf("CP A");
        var yanis = register.pupil("CP A", "Yanis Benali");
        assertThat(register.as("marc.olivet").open(yanis).status()).isEqualTo(200);
        var number = yanis.replace("/classes/pupils/", "");
        for (var stranger :
                List.of(
                        "nadia.ferrand",
                        "claude.toulousain",
                        "julien.pradal",
                        "amina.benali",
                        "yanis.benali",
                        "mireille.castan",
                        "patrick.mazel",
                        "remi.vernet")) {
            var visitor = register.as(stranger);
            for (var address : List.of("", "/name", "/teachers", "/print", "/list"))
                assertThat(visitor.ask(cpA + address).status())
                        .as(stranger + " " + address)
                        .isEqualTo(404);
            assertThat(visitor.ask(yanis).status()).as(stranger).isEqualTo(404);
            for (var act :
                    List.of(
                            cpA + "/name",
                            cpA + "/teachers",
                            cpA + "/teachers/removal",
                            cpA + "/seats",
                            cpA + "/seats/removal",
                            cpA + "/closing",
                            yanis,
                            yanis + "/return"))
                assertThat(
                                visitor.post(
                                                act,
                                                Map.of(
                                                        "pupil",
                                                        number,
                                                        "label",
                                                        "Autre",
                                                        "to",
                                                        cpA.replace("/classes/", "")))
                                        .status())
                        .as(stranger + " " + act)
                        .isEqualTo(404);
        }
        for (var stranger :
                List.of("amina.benali", "yanis.benali", "mireille.castan", "patrick.mazel"))
            assertThat(register.as(stranger).ask("/classes").status()).as(stranger).isEqualTo(404);
        assertThat(register.as("helene.costa").open(cpA).words()).contains("Yanis Benali");
    }

    @Test
    void the_director_attaches_a_colleague_until_a_day_and_the_class_is_theirs_at_once() {
        var ce = register.classOf("CE1-CE2");
        assertThat(register.as("sofia.reynes").open(ce).status()).isEqualTo(404);
        var marc = register.as("marc.olivet");
        var page = marc.open(ce + "/teachers");
        assertThat(page.words()).contains("Sofia Reynès").doesNotContain("Nadia Ferrand");
        var done =
                marc.form(page, ce + "/teachers")
                        .add("teacher", Register.boxOf(page, "Sofia Reynès"))
                        .fill("until", "2024-09-12")
                        .send();
        assertThat(done.words())
                .contains("Sofia prend en charge CE1-CE2.")
                .contains("Sofia Reynès jusqu’au jeudi 12 septembre");
        assertThat(register.as("sofia.reynes").open(ce).status()).isEqualTo(200);
        assertThat(marc.open("/journal").words()).contains("Enseignant affecté à une classe");

        register.undo("marc.olivet", done);
        assertThat(register.as("sofia.reynes").open(ce).status()).isEqualTo(404);
        assertThat(marc.open(ce).words()).contains("Julien Pradal").doesNotContain("Sofia");
    }

    @Test
    void the_teacher_of_a_class_attaches_a_colleague_to_it() {
        var cpA = register.classOf("CP A");
        var helene = register.as("helene.costa");
        var page = helene.open(cpA + "/teachers");
        helene.form(page, cpA + "/teachers")
                .add("teacher", Register.boxOf(page, "Julien Pradal"))
                .send();
        assertThat(register.as("julien.pradal").open(cpA).status()).isEqualTo(200);
    }

    @Test
    void a_wrong_charge_comes_back_as_typed() {
        var ce = register.classOf("CE1-CE2");
        var marc = register.as("marc.olivet");
        var page = marc.open(ce + "/teachers");
        var sofia = Register.boxOf(page, "Sofia Reynès");
        var refused =
                marc.form(page, ce + "/teachers")
                        .add("teacher", sofia)
                        .fill("from", "2024-09-20")
                        .fill("until", "2024-09-12")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("La fin vient avant le début.");
        assertThat(refused.page().select("input[name=teacher][checked]").attr("value"))
                .isEqualTo(sofia);
        assertThat(refused.page().select("#until").val()).isEqualTo("2024-09-12");
        assertThat(marc.form(page, ce + "/teachers").send().words())
                .contains("Choisissez au moins un enseignant.");
        assertThat(marc.form(page, ce + "/teachers").add("teacher", "1").send().words())
                .contains("n’enseigne pas dans l’école");
    }

    @Test
    void the_last_teacher_may_leave_and_the_screen_says_so() {
        var ce = register.classOf("CE1-CE2");
        var marc = register.as("marc.olivet");
        var page = marc.open(ce + "/teachers");
        assertThat(page.words()).contains("il n’y aura plus personne ensuite");
        var after =
                marc.form(page, ce + "/teachers/removal")
                        .fill("teacher", page.page().select("button[name=teacher]").attr("value"))
                        .send();
        assertThat(after.words())
                .contains("Julien n’a plus la charge de CE1-CE2.")
                .contains("Personne n’est en charge");
        assertThat(register.as("julien.pradal").open(ce).status()).isEqualTo(404);
        register.undo("marc.olivet", after);
        assertThat(register.as("julien.pradal").open(ce).status()).isEqualTo(200);
    }

    @Test
    void a_class_takes_our_name_and_gives_it_back() {
        var cpA = register.classOf("CP A");
        var helene = register.as("helene.costa");
        var name = cpA + "/name";
        assertThat(helene.form(helene.open(name), name).fill("label", "Ce1-ce2").send().words())
                .contains("porte déjà ce nom");
        var empty = helene.form(helene.open(name), name).fill("label", "").send();
        assertThat(empty.status()).isEqualTo(422);

        var renamed = helene.form(helene.open(name), name).fill("label", "CP des Pinsons").send();
        assertThat(renamed.words())
                .contains("Le nom est maintenant CP des Pinsons.")
                .contains("Dans ONDE : CP A");
        assertThat(register.as("amina.benali").open("/").words()).contains("CP des Pinsons");
        var back =
                helene.open(name).page().select("form").stream()
                        .filter(form -> form.text().contains("Reprendre le nom d’ONDE : CP A"))
                        .count();
        assertThat(back).isEqualTo(1);
        register.undo("helene.costa", renamed);
        assertThat(register.as("amina.benali").open("/").words()).contains("CP A");
    }

    @Test
    void undoing_is_for_whoever_did_it_and_for_ten_minutes() {
        var cpA = register.classOf("CP A");
        var helene = register.as("helene.costa");
        var name = cpA + "/name";
        var renamed = helene.form(helene.open(name), name).fill("label", "CP B").send();
        var undo = renamed.page().select(".flash form").attr("action");
        assertThat(register.as("marc.olivet").post(undo, Map.of()).status()).isEqualTo(404);
        assertThat(register.as("nadia.ferrand").post(undo, Map.of()).status()).isEqualTo(404);
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(helene.form(renamed, undo).send().words())
                .contains("ne peut plus être annulé")
                .contains("CP B");
        assertThat(helene.open(renamed.path()).page().select(".flash")).isEmpty();
    }

    @Test
    void the_list_of_a_class_is_printed_and_taken_as_a_file() {
        var cpA = register.classOf("CP A");
        var helene = register.as("helene.costa");
        assertThat(helene.open(cpA + "/print").words())
                .contains("Nom Prénom Niveau Naissance")
                .contains("Benali Yanis CP 14/03/2018")
                .contains("Hélène Costa, ");
        var csv = helene.open(cpA + "/list");
        assertThat(csv.body())
                .startsWith("\ufeffNom;Prénom;Niveau\r\n")
                .contains("Benali;Yanis;CP\r\n");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        clock.moveBy(Duration.ofMinutes(15));
        assertThat(helene.ask(cpA + "/list").location()).contains("/second-factor");
    }
}
