package fr.preau.classes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pupils during the year: moved, in two places at once, in groups; their guardians with them. */
@School
class SeatsTest {
    @Autowired Visitors visitors;

    private Register register;
    private String cpA;
    private String ce;
    private String yanis;

    @BeforeEach
    void open() {
        register = new Register(visitors);
        cpA = register.classOf("CP A");
        ce = register.classOf("CE1-CE2");
        yanis = register.pupil("CP A", "Yanis Benali");
    }

    @Test
    void a_pupil_who_moves_takes_the_family_along() {
        assertThat(register.as("julien.pradal").open("/liaison/new").words())
                .doesNotContain("Yanis Benali");
        var moved = register.place("marc.olivet", yanis, ce, "move");
        assertThat(moved.path()).startsWith(ce);
        assertThat(moved.words())
                .contains("Yanis passe en CE1-CE2.")
                .contains("25 élèves")
                .contains("ONDE place encore ailleurs 1 élève d’ici")
                .contains("ONDE : CP A");
        assertThat(register.as("julien.pradal").open("/liaison/new").words())
                .contains("25 familles")
                .contains("Yanis Benali");
        assertThat(register.as("helene.costa").open("/liaison/new").words())
                .contains("23 familles")
                .doesNotContain("Yanis Benali");
        assertThat(register.as("amina.benali").open("/").words())
                .contains("CE1-CE2")
                .doesNotContain("CP A");
        assertThat(register.as("helene.costa").open(cpA).words())
                .contains("ONDE place encore ici : Yanis Benali.");
        assertThat(register.as("helene.costa").open(yanis).status()).isEqualTo(404);
        assertThat(register.as("marc.olivet").open("/journal").words())
                .contains("Élève changé de classe")
                .doesNotContain("Yanis");
    }

    @Test
    void a_move_is_undone_to_what_was() {
        var moved = register.place("marc.olivet", yanis, ce, "move");
        var back = register.undo("marc.olivet", moved);
        assertThat(back.words()).contains("C’est annulé").doesNotContain("Yanis Benali");
        assertThat(register.as("marc.olivet").open(yanis).words())
                .contains("CP A Place donnée par ONDE")
                .doesNotContain("pensez à l’y corriger");
        assertThat(register.as("helene.costa").open("/liaison/new").words())
                .contains("24 familles");
    }

    @Test
    void the_school_returns_to_what_onde_says() {
        register.place("marc.olivet", yanis, ce, "move");
        var julien = register.as("julien.pradal");
        var page = julien.open(yanis);
        assertThat(page.words())
                .contains("ONDE place encore Yanis en CP A : pensez à l’y corriger.");
        julien.form(page, yanis + "/return").send();
        assertThat(julien.open(yanis).status()).isEqualTo(404);
        assertThat(register.as("helene.costa").open(yanis).words())
                .contains("CP A Place donnée par ONDE");
    }

    @Test
    void a_pupil_may_sit_in_two_classes_and_leave_one() {
        var both = register.place("marc.olivet", yanis, ce, "add");
        assertThat(both.words())
                .contains("Yanis rejoint CE1-CE2.")
                .contains("aussi : CP A")
                .doesNotContain("pensez à l’y corriger");
        assertThat(register.as("julien.pradal").open(yanis).status()).isEqualTo(200);
        assertThat(register.as("helene.costa").open(yanis).status()).isEqualTo(200);
        assertThat(register.as("amina.benali").open("/").words()).contains("CE1-CE2, CP A");
        assertThat(register.remove("julien.pradal", yanis, ce).words())
                .contains("Yanis quitte CE1-CE2.");
        assertThat(register.as("julien.pradal").open(yanis).status()).isEqualTo(404);
        assertThat(register.as("marc.olivet").open(yanis).words())
                .doesNotContain("pensez à l’y corriger");
    }

    @Test
    void a_pupil_without_a_class_is_shown_to_the_director() {
        register.remove("helene.costa", yanis, cpA);
        assertThat(register.as("marc.olivet").open("/classes").words())
                .contains("1 élève sans classe")
                .contains("Yanis Benali");
        assertThat(register.as("helene.costa").open("/classes").words())
                .doesNotContain("Yanis Benali");
        register.place("marc.olivet", yanis, cpA, "add");
        assertThat(register.as("marc.olivet").open(yanis).words())
                .contains("CP A Place donnée par ONDE");
    }

    @Test
    void a_teacher_finds_a_pupil_of_the_school_without_accents_and_brings_them_here() {
        var helene = register.as("helene.costa");
        assertThat(helene.open(cpA + "?words=jade+ler").words())
                .contains("Jade Leroy CM1 · CM1-CM2");
        assertThat(helene.open(cpA + "?words=cm1-cm2+jade").words()).contains("Jade Leroy");
        assertThat(helene.open(cpA + "?words=ines").words())
                .contains("Aucun élève de l’école ne répond à « ines ».");
        assertThat(helene.open(cpA + "?words=B%C3%A9N%C3%A0li").words()).contains("Déjà ici");
        var found = helene.open(cpA + "?words=jade+ler");
        var here = helene.form(found, cpA + "/seats").fill("manner", "add").send();
        assertThat(here.words()).contains("Jade rejoint CP A.").contains("aussi : CM1-CM2");
    }

    @Test
    void a_teacher_sends_nobody_to_a_class_that_is_not_hers() {
        var refused =
                register.as("helene.costa")
                        .post(yanis, Map.of("to", ce.replace("/classes/", ""), "manner", "move"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(register.as("marc.olivet").open(yanis).words())
                .contains("CP A Place donnée par ONDE");
        var elsewhere = register.path("nadia.ferrand", "Coquelicots");
        var ines =
                register.as("nadia.ferrand")
                        .open(elsewhere)
                        .page()
                        .select("h3 a[href^=/classes/pupils]")
                        .attr("href")
                        .replace("/classes/pupils/", "");
        assertThat(register.as("helene.costa").post(cpA + "/seats", Map.of("pupil", ines)).status())
                .isEqualTo(404);
    }

    @Test
    void a_group_is_made_of_pupils_of_several_classes_and_its_families_follow() {
        var jade = "Jade Leroy";
        var group = register.group("marc.olivet", "Soutien lecture", "Yanis Benali", jade);
        assertThat(register.as("marc.olivet").open(group).words())
                .contains("Groupe · 2 élèves · 1 CP, 1 CM1")
                .contains(jade)
                .contains("aussi : CP A");
        assertThat(register.as("marc.olivet").open("/liaison/new").words())
                .contains("Familles du groupe Soutien lecture");
        var refused =
                register.place(
                        "marc.olivet", register.pupil("CP A", "Yanis Benali"), group, "move");
        assertThat(refused.words()).contains("y est déjà");
    }

    @Test
    void a_whole_class_enters_a_group_at_once_and_leaves_it() {
        var group = register.group("helene.costa", "Chant");
        var helene = register.as("helene.costa");
        var choosing = helene.open(group + "/pupils");
        assertThat(choosing.words())
                .contains("Toute la classe : 24 élèves")
                .doesNotContain("Jade Leroy");
        var whole = choosing.page().select("input[name=whole]").attr("value");
        var done = helene.form(choosing, group + "/pupils").add("whole", whole).send();
        assertThat(done.words())
                .contains("24 élèves")
                .contains("Le choix des élèves de Chant est enregistré.");
        var undone = register.undo("helene.costa", done);
        assertThat(undone.words()).contains("aucun élève");
        assertThat(helene.open(cpA).words()).contains("24 élèves");
    }

    @Test
    void a_closed_group_is_gone_from_every_list_and_comes_back_when_undone() {
        var group = register.group("helene.costa", "Chant", "Yanis Benali");
        var helene = register.as("helene.costa");
        assertThat(helene.open("/liaison/new").words()).contains("Familles du groupe Chant");
        var closed = helene.form(helene.open(group), group + "/closing").send();
        assertThat(closed.words()).contains("Fermeture enregistrée : Chant.");
        assertThat(helene.open(group).status()).isEqualTo(404);
        assertThat(helene.open("/liaison/new").words()).doesNotContain("groupe Chant");
        register.undo("helene.costa", closed);
        assertThat(helene.open(group).words()).contains("Yanis Benali").contains("Hélène Costa");
        assertThat(register.as("marc.olivet").post(cpA + "/closing", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void seats_of_a_feed_group_are_taken_back_in_onde_and_others_are_added_here() {
        var choir = register.path("marc.olivet", "CHORALE");
        var marc = register.as("marc.olivet");
        var singer = marc.open(choir).page().select("h3 a[href^=/classes/pupils]").attr("href");
        assertThat(marc.open(singer).words()).contains("Se retire dans ONDE");
        var number = singer.replace("/classes/pupils/", "");
        var refused = marc.post(choir + "/seats/removal", Map.of("pupil", number));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("c’est là-bas qu’on l’en retire");
        assertThat(register.place("marc.olivet", yanis, choir, "add").words())
                .contains("Yanis rejoint CHORALE.");
        assertThat(register.remove("marc.olivet", yanis, choir).words())
                .contains("Yanis quitte CHORALE.");
    }

    @Test
    void a_director_makes_a_class_that_onde_does_not_know() {
        var marc = register.as("marc.olivet");
        var made =
                marc.form(marc.open("/classes/new?kind=CLASS"), "/classes")
                        .fill("label", "ULIS")
                        .send();
        var ulis = made.path().replace("/pupils", "");
        marc.form(made, made.path()).add("pupil", Register.boxOf(made, "Yanis Benali")).send();
        assertThat(marc.open(ulis).words()).contains("1 élève · CP").contains("ONDE : CP A");
        assertThat(register.as("amina.benali").open("/").words())
                .contains("ULIS")
                .doesNotContain("CP A");
        var twice =
                marc.form(marc.open("/classes/new?kind=CLASS"), "/classes")
                        .fill("label", "ulis")
                        .send();
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.page().select("#label").val()).isEqualTo("ulis");
    }
}
