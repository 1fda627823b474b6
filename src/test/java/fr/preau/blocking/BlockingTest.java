package fr.preau.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A school shuts its door to somebody, at once, for a reason, and opens it again. */
@School
class BlockingTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    private Visitor.Form form(Visitor marc, String button) {
        var list = marc.open("/blocking");
        var chosen = marc.open(list.page().select("a.btn:contains(" + button + ")").attr("href"));
        return marc.form(chosen, chosen.page().select("main form").attr("action"));
    }

    private String person(Visitor marc, String button, String name) {
        var list = marc.open("/blocking");
        var chosen = marc.open(list.page().select("a.btn:contains(" + button + ")").attr("href"));
        return chosen.page().select("label:contains(" + name + ") input").val();
    }

    private void passes() {
        clock.moveBy(Duration.ofSeconds(4));
    }

    private Visitor.Answer lift(Visitor marc) {
        var list = marc.open("/blocking");
        return marc.form(list, list.page().select("form[action$=/lifting]").attr("action")).send();
    }

    @Test
    void a_pupil_is_out_within_seconds_and_back_when_the_block_is_lifted() {
        var marc = visitors.as("marc.olivet");
        var jade = visitors.as("jade.leroy");
        assertThat(jade.ask("/").status()).isEqualTo(200);
        var done =
                form(marc, "élèves")
                        .add("person", person(marc, "élèves", "Jade Leroy"))
                        .fill("reason", "compte volé")
                        .send();
        assertThat(done.words()).contains("C’est fermé").contains("Jade Leroy");
        passes();
        assertThat(jade.ask("/").location()).isEqualTo("/sign-in");
        assertThat(lift(marc).words()).contains("C’est rouvert");
        passes();
        assertThat(jade.ask("/").status()).isEqualTo(200);
    }

    @Test
    void whoever_is_also_somewhere_else_stays_there() {
        var marc = visitors.as("marc.olivet");
        var amina = visitors.as("amina.benali");
        form(marc, "responsables")
                .add("person", person(marc, "responsables", "Amina Benali"))
                .fill("reason", "compte volé")
                .send();
        passes();
        var home = amina.open("/");
        assertThat(home.words()).contains("Inès").doesNotContain("Sortie à la médiathèque");
    }

    @Test
    void a_teacher_who_is_a_mother_too_stays_a_mother() {
        var marc = visitors.as("marc.olivet");
        form(marc, "personnel")
                .add("person", person(marc, "personnel", "Hélène Costa"))
                .fill("reason", "compte volé")
                .send();
        passes();
        var helene = visitors.stranger();
        var in =
                helene.form(helene.open("/"), "/sign-in")
                        .fill("login", "helene.costa")
                        .fill("password", "preau-demo-2024")
                        .send();
        helene.form(in, "/charter").fill("agreed", "true").send();
        assertThat(helene.open("/").words()).contains("Tom");
        assertThat(helene.ask("/pupils").status()).isEqualTo(404);
    }

    @Test
    void lifting_one_decision_leaves_those_whom_another_blocks() {
        var marc = visitors.as("marc.olivet");
        form(marc, "élèves")
                .add("person", person(marc, "élèves", "Jade Leroy"))
                .fill("reason", "compte volé")
                .send();
        clock.moveBy(Duration.ofMinutes(1));
        var all = form(marc, "élèves").fill("everybody", "true").fill("reason", "à calmer").send();
        assertThat(all.words()).contains("élèves");
        passes();
        assertThat(visitors.as("amina.benali").ask("/").status())
                .as("guardians stay")
                .isEqualTo(200);
        assertThat(lift(marc).words()).contains("C’est rouvert");
        passes();
        assertThat(marc.open("/blocking").page().select(".badge--bad")).hasSize(1);
    }

    @Test
    void a_reason_and_somebody_are_asked_for_and_what_was_ticked_stays() {
        var marc = visitors.as("marc.olivet");
        var jade = person(marc, "élèves", "Jade Leroy");
        var refused = form(marc, "élèves").add("person", jade).fill("reason", " ").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Écrivez le motif");
        assertThat(refused.page().select("input[value=" + jade + "]").hasAttr("checked")).isTrue();
        assertThat(form(marc, "élèves").fill("reason", "à calmer").send().words())
                .contains("Cochez au moins une personne");
    }

    @Test
    void a_director_is_not_blocked_and_nobody_else_blocks() {
        var marc = visitors.as("marc.olivet");
        assertThat(person(marc, "personnel", "Marc Olivet")).isEmpty();
        var action = form(marc, "élèves").value("profile");
        assertThat(action).isEqualTo("PUPIL");
        assertThat(visitors.as("helene.costa").ask("/blocking").status()).isEqualTo(404);
        var path = marc.open("/blocking").page().select("a.btn:contains(élèves)").attr("href");
        assertThat(visitors.as("nadia.ferrand").ask(path).status()).isEqualTo(404);
    }
}
