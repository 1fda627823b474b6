package fr.preau.departures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.directory.Departures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A pupil leaves CP A: who loses what, and when. */
@School
class LeavingChildTest {
    @Autowired Visitors visitors;
    @Autowired Departures departures;
    @Autowired School.SettableClock clock;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    private Visitor amina;
    private Visitor helene;
    private String outing;
    private long yanis;

    @BeforeEach
    void amina_is_at_home_with_two_children() {
        amina = visitors.as("amina.benali");
        helene = visitors.as("helene.costa");
        yanis = leaves.person("PUPIL", "Yanis Benali");
        outing =
                "/liaison/"
                        + leaves.number(
                                "select id from note where title = 'Sortie à la médiathèque'");
        assertThat(amina.open("/").words())
                .contains("Yanis", "Inès", "CP A", "2 signatures vous attendent.");
        assertThat(amina.open("/").page().select(".menu__who").text()).contains("Yanis", "Inès");
    }

    private void yanisLeaves() {
        leaves.depart(yanis);
        clock.moveBy(Duration.ofSeconds(50));
    }

    @Test
    void her_open_session_loses_the_class_within_a_minute_and_keeps_the_other_child() {
        yanisLeaves();
        var home = amina.open("/");
        assertThat(home.path()).isEqualTo("/");
        assertThat(home.page().select("main").text())
                .contains("Inès", "Coquelicots", "Une signature vous attend.")
                .doesNotContain("Yanis", "CP A");
        assertThat(home.page().select(".menu__who").text())
                .contains("Parent d’Inès")
                .doesNotContain("Yanis");
        assertThat(amina.open("/liaison").page().select("a[href*=child=]").text())
                .doesNotContain("Yanis");
    }

    @Test
    void the_note_received_stays_hers_to_read_and_asks_for_nothing() {
        yanisLeaves();
        assertThat(amina.open("/liaison").words()).contains("Sortie à la médiathèque");
        var note = amina.open(outing);
        assertThat(note.words())
                .contains("Yanis a quitté l’école : ce mot reste à lire, il ne demande plus rien.");
        assertThat(note.page().select("main form")).isEmpty();
        var child = Map.of("child", Long.toString(yanis), "text", "Bonjour");
        assertThat(amina.post(outing + "/signature", child).status()).isEqualTo(422);
        assertThat(amina.post(outing + "/reply", child).status()).isEqualTo(422);
    }

    @Test
    void a_new_note_to_the_class_does_not_come() {
        yanisLeaves();
        var page = helene.open("/liaison/new");
        assertThat(page.words()).contains("23 familles").doesNotContain("Yanis Benali");
        var circle =
                page.page().select("label.choice").stream()
                        .filter(c -> c.text().contains("Familles de CP A"))
                        .findFirst()
                        .orElseThrow()
                        .select("input")
                        .val();
        var sent =
                helene.form(page, "/liaison")
                        .add("to", circle)
                        .fill("title", "Piscine")
                        .fill("text", "Lundi.")
                        .send();
        assertThat(sent.words()).contains("0 sur 23");
        assertThat(amina.open("/liaison").words()).doesNotContain("Piscine");
        assertThat(amina.ask(sent.path()).status()).isEqualTo(404);
    }

    @Test
    void the_school_waits_no_longer_for_the_child_who_has_left() {
        assertThat(helene.open(outing).words()).contains("0 sur 24", "Yanis Benali");
        yanisLeaves();
        assertThat(helene.open(outing).words()).contains("0 sur 23").doesNotContain("Yanis Benali");
        assertThat(helene.open("/liaison").words()).contains("0 sur 23 enfants");
        assertThat(helene.open("/").words()).contains("0 sur 23");
        assertThat(helene.open("/pupils").words()).doesNotContain("Yanis");
    }

    @Test
    void a_guardian_who_has_left_is_not_waited_for() {
        var cross =
                "/liaison/" + leaves.number("select id from note where title = 'Cross de l’école'");
        var chloe = visitors.as("chloe.masson");
        assertThat(chloe.form(chloe.open(cross), cross + "/signature").send().words())
                .contains("1 signature sur 2");
        leaves.depart(leaves.person("GUARDIAN", "Thomas Leroy"));
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(visitors.as("marc.olivet").open(cross).words()).doesNotContain("Thomas Leroy");
        assertThat(
                        leaves.number(
                                "select count(*) from note_child where complete and pupil_id = "
                                        + leaves.person("PUPIL", "Jade Leroy")))
                .isEqualTo(1);
    }

    @Test
    void whoever_comes_back_is_here_as_before() {
        yanisLeaves();
        departures.comeBack(List.of(yanis));
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(amina.open("/").words())
                .contains("Yanis", "CP A", "2 signatures vous attendent.");
        assertThat(helene.open(outing).words()).contains("0 sur 24");
        assertThat(leaves.number("select count(*) from departure")).isZero();
    }

    @Test
    void parents_leave_with_their_last_child_and_come_back_with_it() {
        var jade = leaves.person("PUPIL", "Jade Leroy");
        leaves.depart(jade);
        assertThat(
                        leaves.texts(
                                "select p.first_name || ' ' || d.profile || ' ' || d.erases_on from departure d join person p on p.id = d.person_id order by 1"))
                .containsExactly(
                        "Chloé GUARDIAN 2024-12-09",
                        "Jade PUPIL 2024-12-09",
                        "Thomas GUARDIAN 2024-12-09");
        departures.comeBack(List.of(jade));
        assertThat(leaves.number("select count(*) from departure")).isZero();
        assertThat(leaves.number("select count(*) from person where departed_at is not null"))
                .isZero();
    }
}
