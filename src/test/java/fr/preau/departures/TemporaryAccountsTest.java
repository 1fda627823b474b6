package fr.preau.departures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Rose comes for five days in CP A; her access ends by itself, what she wrote stays with the class.
 */
@School
class TemporaryAccountsTest {
    private static final String LIST = "/temporary-accounts";

    @Autowired Visitors visitors;
    @Autowired EraseDeparted work;
    @Autowired School.SettableClock clock;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    private Visitor.Form filled(Visitor director, String from, String to) {
        return director.form(director.open(LIST + "/new"), LIST)
                .fill("firstName", "Rose")
                .fill("lastName", "Passante")
                .fill("kind", "AIDE")
                .fill("from", from)
                .fill("to", to)
                .add("classes", classNumber("CP A"));
    }

    private String classNumber(String label) {
        return leaves.texts("select id from school_class where label = '" + label + "'").getFirst();
    }

    private long rose() {
        return leaves.number(
                "select id from person where first_name = 'Rose' and last_name = 'Passante'");
    }

    @Test
    void the_director_opens_an_account_for_some_days_and_one_class() {
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open("/tools").page().select("a[href=" + LIST + "]")).isNotEmpty();
        assertThat(filled(marc, "2024-09-10", "2024-09-14").send().words())
                .contains(
                        "Le compte est ouvert",
                        "Rose Passante AESH CP A du mardi 10 septembre 2024 au samedi 14 septembre 2024",
                        "Identifiant : rose.passante",
                        "À activer");
        var rose = visitors.as("rose.passante");
        assertThat(rose.open("/liaison/new").words())
                .contains("Familles de CP A")
                .doesNotContain("CM1-CM2", "Toutes les familles");
        assertThat(rose.ask(LIST).status()).isEqualTo(404);
        assertThat(marc.open("/journal").words()).contains("Compte à durée limitée ouvert");
    }

    @Test
    void access_ends_by_itself_then_comes_the_departure_and_the_notes_stay_with_the_class() {
        filled(visitors.as("marc.olivet"), "2024-09-10", "2024-09-14").send();
        var rose = visitors.as("rose.passante");
        var page = rose.open("/liaison/new");
        var note =
                rose.form(page, "/liaison")
                        .add("to", page.page().select("input[name=to]").first().val())
                        .fill("title", "Merci à tous")
                        .fill("text", "Au revoir.")
                        .send();
        assertThat(note.words()).contains("0 sur 24");

        clock.moveBy(Duration.ofDays(5));
        assertThat(visitors.stranger().open("/").path()).startsWith("/sign-in");
        work.run();
        var again = leaves.anew("rose.passante");
        assertThat(again.open("/liaison").path()).isEqualTo("/export");
        assertThat(leaves.anew("helene.costa").open(note.path()).words())
                .contains("Merci à tous", "0 sur 24");
        assertThat(leaves.anew("marc.olivet").open("/departures").words())
                .contains(
                        "Rose Passante CP A Départ aujourd’hui",
                        "Effacé dans 90 jours",
                        "Donner une nouvelle date");

        clock.moveBy(Duration.ofDays(90));
        work.run();
        assertThat(leaves.tablesWith("passante")).isEmpty();
        assertThat(leaves.anew("helene.costa").open(note.path()).words()).contains("Merci à tous");
    }

    @Test
    void before_the_first_day_nobody_comes_in() {
        filled(visitors.as("marc.olivet"), "2024-09-16", "2024-09-20").send();
        assertThat(visitors.as("marc.olivet").open(LIST).words()).contains("Rose Passante");
        work.run();
        assertThat(leaves.number("select count(*) from departure")).isZero();
        leaves.change(
                "update account set state = 'ACTIVE', password_hash = (select password_hash from account where login = 'helene.costa') where login = 'rose.passante'");
        assertThat(leaves.signIn(visitors.stranger(), "rose.passante").words())
                .contains("n’a plus de rôle ouvert aujourd’hui");
        clock.moveBy(Duration.ofDays(6));
        assertThat(leaves.signIn(visitors.stranger(), "rose.passante").path())
                .isEqualTo("/charter");
    }

    @Test
    void the_director_ends_it_at_once_and_may_reopen_it() {
        var marc = visitors.as("marc.olivet");
        filled(marc, "2024-09-10", "2024-09-14").send();
        var rose = visitors.as("rose.passante");
        assertThat(rose.open("/liaison").path()).isEqualTo("/liaison");
        var ended = marc.form(marc.open(LIST), LIST + "/" + rose() + "/end").send();
        assertThat(ended.words()).contains("Le compte est terminé.", "Terminés Rose Passante");
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(rose.open("/liaison").path()).isEqualTo("/export");

        var reopened =
                marc.form(marc.open(LIST), LIST + "/" + rose() + "/last-day")
                        .fill("to", "2024-10-18")
                        .send();
        assertThat(reopened.words())
                .contains("La date est changée.", "au vendredi 18 octobre 2024");
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(rose.open("/liaison").path()).isEqualTo("/liaison");
    }

    @Test
    void a_wrong_form_comes_back_with_all_that_was_typed() {
        var marc = visitors.as("marc.olivet");
        var wrong = filled(marc, "2024-09-10", "2024-09-01").fill("lastName", "").sendOnly();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words())
                .contains("Écrivez le nom", "Le dernier jour vient avant le premier");
        assertThat(wrong.page().select("#firstName").val()).isEqualTo("Rose");
        assertThat(wrong.page().select("[name=kind][checked]").val()).isEqualTo("AIDE");
        assertThat(wrong.page().select("[name=classes][checked]").val())
                .isEqualTo(classNumber("CP A"));
        filled(marc, "2024-09-10", "2024-09-14").send();
        var late =
                marc.form(marc.open(LIST), LIST + "/" + rose() + "/last-day")
                        .fill("to", "2030-01-01")
                        .sendOnly();
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.words()).contains("dure un an au plus");
        assertThat(late.page().select("#to-" + rose()).val()).isEqualTo("2030-01-01");
    }

    @Test
    void a_class_of_another_school_is_not_ones_own_to_give() {
        var marc = visitors.as("marc.olivet");
        var elsewhere =
                filled(marc, "2024-09-10", "2024-09-14")
                        .without("classes")
                        .add("classes", classNumber("Coquelicots"))
                        .sendOnly();
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.words()).contains("Cochez au moins une classe");
    }

    @Test
    void it_exists_for_the_direction_of_the_school_only() {
        filled(visitors.as("marc.olivet"), "2024-09-10", "2024-09-14").send();
        for (var login :
                new String[] {"helene.costa", "amina.benali", "mireille.castan", "patrick.mazel"}) {
            var other = visitors.as(login);
            for (var path : new String[] {LIST, LIST + "/new"})
                assertThat(other.ask(path).status()).as(login + path).isEqualTo(404);
            for (var act : new String[] {"", "/" + rose() + "/end", "/" + rose() + "/last-day"})
                assertThat(other.post(LIST + act, Map.of("to", "2024-09-20")).status())
                        .as(login + act)
                        .isEqualTo(404);
        }
        var nadia = visitors.as("nadia.ferrand");
        assertThat(nadia.open(LIST).words()).doesNotContain("Rose");
        assertThat(nadia.post(LIST + "/" + rose() + "/end", Map.of()).status()).isEqualTo(404);
    }
}
