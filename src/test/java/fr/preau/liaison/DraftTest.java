package fr.preau.liaison;

import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.web.Profile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class DraftTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    @Test
    void what_was_being_written_is_there_again() {
        var helene = visitors.as("helene.costa");
        assertThat(
                        helene.post(
                                        "/liaison/drafts/new",
                                        Map.of(
                                                "title",
                                                "Commencé",
                                                "text",
                                                "Été & hiver",
                                                "rule",
                                                "BOTH"))
                                .status())
                .isEqualTo(204);
        var page = helene.open("/liaison/new");
        assertThat(page.words()).contains("Brouillon repris, enregistré aujourd’hui à 8 h 05");
        assertThat(page.page().select("#title").val()).isEqualTo("Commencé");
        assertThat(page.page().select("#text").text()).isEqualTo("Été & hiver");
        assertThat(page.page().select("input[name=rule][checked]").val()).isEqualTo("BOTH");
    }

    @Test
    void a_draft_is_thrown_away_on_request_and_by_sending() {
        var helene = visitors.as("helene.costa");
        helene.post(
                "/liaison/drafts/new",
                Map.of("title", "Commencé", "category", "OUTING", "rule", "ONE"));
        var thrown = helene.form(helene.open("/liaison/new"), "/liaison/drafts/new/removal").send();
        assertThat(thrown.words()).contains("Brouillon jeté").doesNotContain("Brouillon repris");
        assertThat(thrown.page().select("#title").val()).isEmpty();

        helene.post(
                "/liaison/drafts/new",
                Map.of("title", "Commencé", "category", "OUTING", "rule", "ONE"));
        writing(helene, "Familles de CP A", "Envoyé").send();
        assertThat(helene.open("/liaison/new").words()).doesNotContain("Brouillon repris");
    }

    @Test
    void what_the_page_saves_after_the_sending_makes_no_draft() {
        var helene = visitors.as("helene.costa");
        var form = writing(helene, "Familles de CP A", "Envoyé");
        var once = form.value("_once");
        form.send();
        helene.post("/liaison/drafts/new", Map.of("title", "Envoyé", "_once", once));
        assertThat(helene.open("/liaison/new").words()).doesNotContain("Brouillon repris");
    }

    @Test
    void an_answer_being_written_is_there_again_until_it_is_sent() {
        var amina = visitors.as("amina.benali");
        var note =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Sortie au musée")
                        .send()
                        .path();
        var form = amina.form(amina.open(note), note + "/reply");
        assertThat(
                        amina.post(
                                        "/liaison/drafts/reply-"
                                                + note.substring("/liaison/".length())
                                                + "-"
                                                + form.value("child"),
                                        Map.of("text", "Je peux"))
                                .status())
                .isEqualTo(204);
        assertThat(amina.open(note).page().select("textarea").text()).isEqualTo("Je peux");
        assertThat(form.fill("text", "Je viens").send().page().select("textarea").text())
                .isEqualTo("Je viens");
    }

    @Test
    void drafts_are_private() {
        visitors.as("helene.costa").post("/liaison/drafts/new", Map.of("title", "Commencé"));
        assertThat(visitors.as("sofia.reynes").open("/liaison/new").words())
                .doesNotContain("Brouillon repris");
    }

    @Test
    void a_form_sent_after_the_session_has_ended_is_kept_for_its_owner() {
        var form = writing(visitors.as("helene.costa"), "Familles de CP A", "Trop tard");
        clock.moveBy(Duration.ofHours(3));
        assertThat(form.sendOnly().location())
                .isEqualTo("/sign-in?kept=true&then=%2Fliaison%2Fnew");
        var again = visitors.as("helene.costa", Profile.TEACHER).open("/liaison/new");
        assertThat(again.page().select("#title").val()).isEqualTo("Trop tard");
        assertThat(again.page().select("input[name=to][checked]")).hasSize(1);
    }

    @Test
    void forms_kept_are_those_of_this_feature() {
        assertThat(Drafts.keyOf("/liaison", Map.of())).contains("new");
        assertThat(Drafts.keyOf("/liaison/7/reply", Map.of("child", new String[] {"34"})))
                .contains("reply-7-34");
        assertThat(Drafts.keyOf("/liaison/7/reply", Map.of("child", new String[] {"oops"})))
                .isEmpty();
        assertThat(Drafts.keyOf("/liaison/7/correction", Map.of())).contains("correction-7");
        assertThat(Drafts.keyOf("/liaison/drafts/new", Map.of())).contains("new");
        assertThat(Drafts.keyOf("/liaison/7/signature", Map.of())).isEqualTo(Optional.empty());
        assertThat(Drafts.keyOf("/sign-in", Map.of())).isEmpty();
    }

    @Test
    void a_form_kept_is_found_again_where_it_was_written() {
        assertThat(Drafts.placeOf("new")).isEqualTo("/liaison/new");
        assertThat(Drafts.placeOf("reply-7-34")).isEqualTo("/liaison/7");
        assertThat(Drafts.placeOf("correction-7")).isEqualTo("/liaison/7/correction");
    }

    @Test
    void a_forged_form_after_the_session_leaves_no_draft() {
        var helene = visitors.as("helene.costa");
        helene.open("/");
        clock.moveBy(Duration.ofMinutes(31));
        assertThat(helene.ask("POST", "/liaison", "title=forged&text=forged").status())
                .isEqualTo(403);
        var back = visitors.as("helene.costa", Profile.TEACHER);
        assertThat(back.open("/liaison/new").page().select("#title").val()).isEmpty();
    }
}
