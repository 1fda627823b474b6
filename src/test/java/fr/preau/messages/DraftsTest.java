package fr.preau.messages;

import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.writing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is being written, when there is no room for it. */
@School
class DraftsTest {
    private static final byte[] PLAN = "Devant la piscine.".getBytes(UTF_8);

    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private static int autosave(Visitor author, String key, String text) {
        return author.post("/messages/drafts/" + key, Map.of("subject", "Été", "text", text))
                .status();
    }

    /** As many drafts as one may have. */
    private void full(String login) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into draft (account_id, key, form, saved_at)
                                        select a.id, 'messages-new-' || lpad(to_hex(n), 8, '0'), 'text=x&subject=%C3%89t%C3%A9+' || n, '2024-09-09 08:00+02'
                                          from account a, generate_series(1, 40) n where a.login = :login
                                        """)
                                .param("login", login)
                                .update());
    }

    @Test
    void a_text_that_its_author_must_shorten_is_kept_and_one_beyond_measure_is_not() {
        var helene = visitors.as("helene.costa");
        assertThat(autosave(helene, "new-00000001", "é".repeat(30_000))).isEqualTo(204);
        assertThat(autosave(helene, "new-00000002", "é".repeat(100_000))).isEqualTo(413);
    }

    @Test
    void the_list_says_their_subjects() {
        full("helene.costa");
        assertThat(visitors.as("helene.costa").open("/messages?box=drafts").words())
                .contains("Été 1", "Été 40");
    }

    @Test
    void a_new_message_that_cannot_be_kept_stays_on_the_page_with_its_file() {
        full("helene.costa");
        var page =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Piscine")
                        .by("/messages/files")
                        .attach("files", "plan.txt", PLAN)
                        .send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Votre brouillon n’est pas gardé", "plan.txt");
        assertThat(page.page().select("#subject").val()).isEqualTo("Piscine");
        assertThat(page.page().select("textarea").text()).contains("Voici");
    }

    @Test
    void an_answer_that_cannot_be_kept_stays_on_the_page_with_its_file() {
        var message = send(visitors.as("helene.costa"), "Familles de CP A", "Répondez").path();
        full("amina.benali");
        var amina = visitors.as("amina.benali");
        var page =
                amina.form(amina.open(message), message + "/reply")
                        .fill("text", "Voici le papier")
                        .by(message + "/reply/files")
                        .attach("files", "papier.txt", PLAN)
                        .send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Votre brouillon n’est pas gardé", "papier.txt");
        assertThat(page.page().select("#reply textarea").text()).contains("Voici le papier");
    }
}
