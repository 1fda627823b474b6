package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class CardTest {
    private static final String CARD = "/cards/carte-de-ines-benali-demo";
    private static final List<String> RIGHT = List.of("cat", "sun", "boat", "apple");
    private static final List<String> WRONG = List.of("cat", "sun", "boat", "moon");

    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    /** One picture after the other, as without JavaScript. */
    private Visitor.Answer touch(Visitor child, List<String> pictures) {
        var answer = child.open(CARD);
        for (var picture : pictures)
            answer = child.form(answer, CARD).add("picture", picture).send();
        return answer;
    }

    @Test
    void ines_enters_with_her_card_and_four_pictures() {
        var ines = visitors.stranger();
        var charter = touch(ines, RIGHT);
        assertThat(charter.words()).contains("Je garde mes images secrètes.");
        assertThat(charter.page().select("html").attr("data-ambience")).isEqualTo("maternelle");
        assertThat(ines.form(charter, "/charter").send().words()).contains("Inès");
    }

    @Test
    void an_unknown_card_leads_to_a_grown_up() {
        var answer = visitors.stranger().open("/cards/nobody");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.words()).contains("Demande à ta maîtresse ou à ton maître.");
    }

    @Test
    void after_three_wrong_tries_the_right_code_is_refused_until_the_teacher_unblocks() {
        for (int i = 0; i < 3; i++) touch(visitors.stranger(), WRONG);
        var ines = visitors.stranger();
        assertThat(ines.open(CARD).words()).contains("Demande à ta maîtresse");
        assertThat(
                        ines.post(
                                        CARD
                                                + "?picture=cat&picture=sun&picture=boat&picture=apple",
                                        java.util.Map.of())
                                .status())
                .isEqualTo(422);

        var lucie = visitors.as("lucie.barthes");
        var pupils = lucie.open("/pupils");
        assertThat(pupils.words()).contains("Bloqué après trois essais");
        var unblocking = pupils.page().select("form[action$=unblocking]").attr("action");
        lucie.form(pupils, unblocking).send();
        assertThat(touch(visitors.stranger(), RIGHT).words())
                .contains("Je garde mes images secrètes.");
    }

    @Test
    void a_teacher_of_another_class_cannot_unblock() {
        for (int i = 0; i < 3; i++) touch(visitors.stranger(), WRONG);
        var lucie = visitors.as("lucie.barthes");
        var unblocking =
                lucie.open("/pupils").page().select("form[action$=unblocking]").attr("action");
        assertThat(visitors.as("helene.costa").post(unblocking, java.util.Map.of()).status())
                .isEqualTo(404);
        assertThat(lucie.post(unblocking, java.util.Map.of()).status()).isEqualTo(303);
    }

    @Test
    void new_cards_end_the_old_ones_and_the_same_form_makes_the_same_cards() {
        var lucie = visitors.as("lucie.barthes");
        var action = lucie.open("/pupils").page().select("a[href^=/pupils/cards/]").attr("href");
        var form = lucie.form(lucie.open(action), action);
        var first = form.send();
        var second = form.send();
        var cards = first.page().select(".card a").eachAttr("href");
        assertThat(cards).isNotEmpty().isEqualTo(second.page().select(".card a").eachAttr("href"));
        assertThat(visitors.stranger().open(CARD).status()).isEqualTo(404);
        var address = first.page().select(".card:contains(Inès) a").attr("href");
        assertThat(visitors.stranger().open(address.substring(address.indexOf("/cards/"))).status())
                .isEqualTo(200);
    }

    @Test
    void a_teacher_gives_a_child_new_pictures() {
        var lucie = visitors.as("lucie.barthes");
        var row = lucie.open("/pupils").page().select(".list-row:contains(Inès)").first();
        var action = row.select("a[href$=pictures]").attr("href");
        var form = lucie.form(lucie.open(action), action).without("picture");
        for (var picture : List.of("moon", "moon", "car", "ball")) form.add("picture", picture);
        assertThat(form.send().words()).contains("Les nouvelles images sont enregistrées.");
        assertThat(touch(visitors.stranger(), List.of("moon", "moon", "car", "ball")).words())
                .contains("Je garde mes images secrètes.");
        assertThat(touch(visitors.stranger(), RIGHT).words()).contains("Essaie encore");
    }

    @Test
    void twelve_wrong_codes_at_the_same_moment_are_three_tries() throws Exception {
        var child = visitors.stranger();
        child.open("/sign-in");
        try (var guessers = java.util.concurrent.Executors.newFixedThreadPool(12)) {
            var guess =
                    (java.util.concurrent.Callable<Visitor.Answer>)
                            () ->
                                    child.post(
                                            CARD
                                                    + "?picture=cat&picture=sun&picture=boat&picture=moon",
                                            java.util.Map.of());
            for (var answer : guessers.invokeAll(java.util.Collections.nCopies(12, guess)))
                answer.get();
        }
        assertThat(
                        walls.as(
                                Wall.DOOR,
                                () ->
                                        db.sql("select max(picture_failures) from account")
                                                .query(Integer.class)
                                                .single()))
                .isEqualTo(3);
    }
}
