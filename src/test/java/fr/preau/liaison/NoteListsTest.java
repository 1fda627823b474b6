package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.sign;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class NoteListsTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    @Test
    void a_mother_sees_both_schools_and_filters_by_child() {
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/liaison").words())
                .contains("Sortie à la médiathèque")
                .contains("Photographie de classe");
        var yanis = amina.open("/liaison").page().select("a.filter:contains(Yanis)").attr("href");
        assertThat(amina.open(yanis).words())
                .contains("Sortie à la médiathèque")
                .doesNotContain("Photographie de classe");
    }

    @Test
    void signing_in_a_filtered_list_stays_there() {
        var amina = visitors.as("amina.benali");
        var page = amina.open("/liaison?show=to-sign");
        var action = page.page().select("form[action$=signature]").first().attr("action");
        assertThat(amina.form(page, action).send().path()).isEqualTo("/liaison?show=to-sign");
        assertThat(
                        amina.form(
                                        amina.open("/liaison"),
                                        amina.open("/liaison")
                                                .page()
                                                .select("form[action$=signature]")
                                                .first()
                                                .attr("action"))
                                .fill("back", "https://ailleurs.example/")
                                .sendOnly()
                                .location())
                .startsWith("/liaison/");
    }

    @Test
    void older_notes_come_page_by_page_each_once() {
        var marc = visitors.as("marc.olivet");
        var thomas = visitors.as("thomas.leroy");
        for (int i = 1; i <= 45; i++) {
            var sent = send(marc, "Jade Leroy", "Mot " + i + ".");
            sign(thomas, sent.path());
            // Pairs share their instant: the number decides.
            if (i % 2 == 0) clock.moveBy(Duration.ofSeconds(1));
        }
        for (var reader : new String[] {"marc.olivet", "thomas.leroy", "jade.leroy"}) {
            var visitor = visitors.as(reader);
            var words = new StringBuilder();
            var page = visitor.open("/liaison");
            for (int pages = 1; ; pages++) {
                assertThat(pages).isLessThan(5);
                words.append(page.page().select(".list").text()).append(' ');
                var older = page.page().select(".pagination a:contains(plus anciens)");
                if (older.isEmpty()) break;
                page = visitor.open(older.attr("href"));
            }
            for (int i = 1; i <= 45; i++)
                assertThat(words.toString().split("Mot " + i + "\\.", -1))
                        .as(reader + " " + i)
                        .hasSize(2);
        }
    }

    @Test
    void an_address_that_makes_no_sense_shows_the_first_page() {
        var amina = visitors.as("amina.benali");
        for (var odd :
                new String[] {
                    "oops", "1-", "99999999999999999-1", "-5-5", "1-999999999999999999"
                }) {
            assertThat(amina.open("/liaison?before=" + odd).status()).as(odd).isEqualTo(200);
        }
    }
}
