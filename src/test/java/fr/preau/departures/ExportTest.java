package fr.preau.departures;

import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What somebody takes away is all that is theirs, and nothing that they may not read. */
@School
class ExportTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    private String page(String login) throws Exception {
        return leaves.archiveOf(leaves.anew(login)).get("index.html");
    }

    @Test
    void what_is_planned_has_not_been_received_yet() throws Exception {
        writing(visitors.as("helene.costa"), "Familles de CP A", "Demain matin")
                .fill("at", "2024-09-11T07:30")
                .send();
        assertThat(page("helene.costa")).as("the premise").contains("Demain matin");
        assertThat(page("amina.benali")).doesNotContain("Demain matin");
        clock.moveBy(Duration.ofHours(24));
        assertThat(page("amina.benali")).contains("Demain matin");
    }

    @Test
    void of_what_was_withdrawn_only_its_author_has_the_subject() throws Exception {
        send(visitors.as("helene.costa"), "Familles de CP A", "Objet de trop");
        assertThat(page("amina.benali")).as("the premise").contains("Objet de trop");
        leaves.change(
                "update message set recalled_at = sent_at, withdrawn_at = sent_at where subject = 'Objet de trop'");
        assertThat(page("amina.benali")).doesNotContain("Objet de trop");
        assertThat(page("helene.costa")).contains("Objet de trop");
    }
}
